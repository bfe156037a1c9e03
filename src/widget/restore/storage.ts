type Area = 'localStorage' | 'sessionStorage';

const memories = new WeakMap<object, Map<string, string | null>>();

function memoryOf(owner: object): Map<string, string | null> {
  let memory = memories.get(owner);
  if (!memory) memories.set(owner, (memory = new Map<string, string | null>()));
  return memory;
}

/**
 * What was kept under a name: for this owner (an element, or the document for all on it), else by an earlier page. A browser
 * may have no storage for us, or refuse even to be asked for it.
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
 * Keeps a text under a name; null takes it away. It lives as long as its owner does. Storage, which may refuse or be full, gets a
 * copy, for the next page.
 */
export function store(owner: object, area: Area, name: string, text: string | null): void {
  memoryOf(owner).set(name, text);
  try {
    if (text === null) window[area].removeItem(name);
    else window[area].setItem(name, text);
  } catch {
    // There is no copy, then.
  }
}
