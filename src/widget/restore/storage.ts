type Area = 'localStorage' | 'sessionStorage';

const memories = new WeakMap<object, Map<string, string | null>>();

function memoryOf(owner: object): Map<string, string | null> {
  let memory = memories.get(owner);
  if (!memory) memories.set(owner, (memory = new Map<string, string | null>()));
  return memory;
}

/**
 * The text stored under a name, by this owner (an element, or the document for all elements on it) or by an earlier page. A
 * browser may have no storage for us, or throw when it is accessed.
 */
export function readStored(owner: object, area: Area, name: string): string | null {
  const mine = memoryOf(owner).get(name);
  if (mine !== undefined) return mine;
  try {
    return window[area].getItem(name);
  } catch {
    return null;
  }
}

/**
 * Stores a text under a name; null removes it. It is kept as long as its owner lives, and copied to the browser's storage, which
 * may be full or refuse, for the next page.
 */
export function store(owner: object, area: Area, name: string, text: string | null): void {
  memoryOf(owner).set(name, text);
  try {
    if (text === null) window[area].removeItem(name);
    else window[area].setItem(name, text);
  } catch {
    // Then there is no copy.
  }
}
