import { uniqueId } from '../emit.ts';

/** Keys of this page, where the browser keeps none for us. */
const keys = new Map<string, string>();

/**
 * The key of a submission: the same for the same body, after a retry and after a reload too. Another body gets another
 * one, because a key names one submission for ever.
 */
export function keyFor(name: string, body: string): string {
  const [of, key] = (read(name) ?? '').split(' ');
  const print = fingerprint(body);
  if (key && of === print) return key;
  const fresh = uniqueId();
  keys.set(name, `${print} ${fresh}`);
  try {
    sessionStorage.setItem(name, `${print} ${fresh}`);
  } catch {
    // Off limits: the key lives as long as the page.
  }
  return fresh;
}

/** After a success: submitting the same again is then meant. */
export function forgetKey(name: string): void {
  keys.delete(name);
  try {
    sessionStorage.removeItem(name);
  } catch {
    // Nothing was kept there.
  }
}

function read(name: string): string | undefined {
  try {
    return sessionStorage.getItem(name) ?? undefined;
  } catch {
    return keys.get(name);
  }
}

/** 64 bits of FNV-1a in two halves: the body holds a name and an address, which have no business in storage. */
function fingerprint(text: string): string {
  const half = (start: number) => {
    let hash = start;
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(36);
  };
  return half(0x811c9dc5) + half(0x5bd1e995);
}
