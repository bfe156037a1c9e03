import { uniqueId } from '../../element-api/unique-id.ts';
import { store, readStored } from '../restore/storage.ts';

/** A submission on its way to the companion. */
export interface Attempt {
  /** Names this one submission for ever. */
  readonly key: string;
  /** What the shopper saw when it was first tried. */
  readonly shown_price: number | null;
  /** Submitting the same again is meant from now on. */
  readonly succeed: () => void;
}

/**
 * The attempt at a submission: the same one after a failure and after a reload, whatever else was tried in between, until it
 * has succeeded.
 *
 * @param what all that is submitted but the price shown: where that has moved since a first try, which may have been stored
 *   though its answer was lost, it is still the same submission.
 */
export function attemptAt(product_id: string, what: string, shown_price: number | null): Attempt {
  const name = `quotelet.submission.${product_id}.${fingerprint(what)}`;
  let attempt = readStored(document, 'sessionStorage', name);
  if (!attempt) {
    attempt = `${uniqueId()} ${shown_price}`;
    store(document, 'sessionStorage', name, attempt);
  }
  const [key = '', shown] = attempt.split(' ');
  return {
    key,
    shown_price: shown === 'null' ? null : Number(shown),
    succeed: () => store(document, 'sessionStorage', name, null),
  };
}

/** 64 bits of FNV-1a in two halves: what is submitted holds a name and an address, which have no business in storage. */
function fingerprint(text: string): string {
  const half = (start: number) => {
    let hash = start;
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(36);
  };
  return half(0x811c9dc5) + half(0x5bd1e995);
}
