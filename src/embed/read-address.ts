import { codedError, type CodedError } from '../element-api/coded-error.ts';
import { taken } from './take-attributes.ts';

/** The address of an embed document, read. */
export interface Address {
  /** The origin of the page around the frame; undefined outside a frame. */
  readonly parent: string | undefined;
  /** Whether our end on the page waits for a hello. */
  readonly port: boolean;
  readonly product: string;
  /** At `/embed/index.html`: a static product file, instead of the companion's product. */
  readonly src: string | undefined;
  /** Attributes of the element. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Initial values by feature; undefined if there are none. */
  readonly preselect: Readonly<Record<string, string>> | undefined;
}

const reserved = ['parent', 'port', 'src', 'instance', ...taken];

/**
 * Reads `/embed/oak-table?parent=…&lang=nl&width=900`. Every parameter that is not reserved is a feature.
 *
 * @returns an error with the code `no_origin`, `no_parent` or `parent_not_allowed` for a frame that must not run
 *   (docs/PROTOCOL.md, requirements 1, 2 and 5)
 */
export function readAddress(): Address | CodedError {
  const { pathname, search, ancestorOrigins } = location;
  const query = Object.fromEntries(new URLSearchParams(search));
  const parentOrigin = query['parent'] ?? '';
  const framed = parent !== window;
  if (framed) {
    if (origin === 'null')
      return codedError('no_origin', 'Add allow-same-origin to the sandbox of this frame.');
    if (
      !/^https?:/.test(parentOrigin) ||
      !URL.canParse(parentOrigin) ||
      new URL(parentOrigin).origin !== parentOrigin
    )
      return codedError(
        'no_parent',
        'Add the origin of the page to this frame: ?parent=https://shop.example',
      );
    // Not every browser tells. Messages reach no other origin than the one named in any case.
    if ((ancestorOrigins?.[0] ?? parentOrigin) !== parentOrigin)
      return codedError(
        'parent_not_allowed',
        `The page of this frame is not ${parentOrigin}: change its parent.`,
      );
  }
  const { src, instance, port } = query;
  const product = decodeURIComponent(pathname.split('/').at(-1)!);
  const features = Object.entries(query).filter(([name]) => !reserved.includes(name));
  return {
    parent: framed ? parentOrigin : undefined,
    port: framed && port === '1',
    product,
    // A product in the path takes precedence over `src`.
    src: product === 'index.html' ? (src ?? '') : undefined,
    attributes: instance ? { ...query, id: instance } : query,
    preselect: features.length ? Object.fromEntries(features) : undefined,
  };
}
