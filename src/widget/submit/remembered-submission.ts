import { uniqueId } from '../../element-api/unique-id.ts';
import { store, readStored } from '../restore/storage.ts';

/** A submission that may have to be sent again. */
export interface RememberedSubmission {
  /** Its idempotency key: however often it is sent, the companion stores it once. */
  readonly key: string;
  /** The price that the shopper saw when it was first sent. */
  readonly shown_price: number | null;
  /** Once it has succeeded: the same sent again is another submission. */
  readonly forget: () => void;
}

/**
 * A submission, with the key and the price of when it was first sent. It is remembered through failures and reloads, whatever else is
 * submitted in between, until it has succeeded.
 *
 * @param content everything that is submitted except the price shown. That price may have changed since: the companion may have
 *   stored the first request although its answer was lost, so it is still the same submission.
 */
export function rememberedSubmission(
  product_id: string,
  content: string,
  shown_price: number | null,
): RememberedSubmission {
  const name = `quotelet.submission.${product_id}.${fingerprint(content)}`;
  let stored = readStored(document, 'sessionStorage', name);
  if (!stored) {
    stored = `${uniqueId()} ${shown_price}`;
    store(document, 'sessionStorage', name, stored);
  }
  const [key = '', shown] = stored.split(' ');
  return {
    key,
    shown_price: shown === 'null' ? null : Number(shown),
    forget: () => store(document, 'sessionStorage', name, null),
  };
}

/** 64 bits of FNV-1a in two halves: a submission holds a name and an address, which do not belong in storage. */
function fingerprint(text: string): string {
  const half = (start: number) => {
    let hash = start;
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(36);
  };
  return half(0x811c9dc5) + half(0x5bd1e995);
}
