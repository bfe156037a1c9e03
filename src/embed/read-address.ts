import { codedError, type CodedError } from '../bridge/coded-error.ts';
import { taken } from './take-attributes.ts';

/** What the address of an embed document says. */
export interface Address {
  /** The origin of the page around the frame; undefined where there is no frame. */
  readonly parent: string | undefined;
  /** Whether a host end waits for a hello. */
  readonly port: boolean;
  readonly product: string;
  /** At `/embed/index.html`: a static product file, in place of the companion's product. */
  readonly src: string | undefined;
  /** Of the element. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Features and what they are to start with; undefined for none. */
  readonly preselect: Readonly<Record<string, string>> | undefined;
}

const ours = ['parent', 'port', 'src', 'instance', ...taken];

/**
 * Reads `/embed/oak-table?parent=…&lang=nl&width=900`. Every parameter that is none of ours is a feature.
 *
 * @returns an error with the code `no_origin`, `no_parent` or `parent_not_allowed` for a frame that must not run
 *   (docs/PROTOCOL.md, requirements 1, 2 and 5)
 */
export function readAddress(): Address | CodedError {
  const { pathname, search, ancestorOrigins } = location;
  const query = Object.fromEntries(new URLSearchParams(search));
  const around = query['parent'] ?? '';
  const framed = parent !== window;
  if (framed) {
    if (origin === 'null')
      return codedError('no_origin', 'Add allow-same-origin to the sandbox of this frame.');
    if (!/^https?:/.test(around) || !URL.canParse(around) || new URL(around).origin !== around)
      return codedError(
        'no_parent',
        'Add the origin of the page to this frame: ?parent=https://shop.example',
      );
    // Not every browser tells; what is posted reaches the origin named and no other all the same.
    if ((ancestorOrigins?.[0] ?? around) !== around)
      return codedError('parent_not_allowed', `The page of this frame is not ${around}: change its parent.`);
  }
  const { src, instance, port } = query;
  const product = decodeURIComponent(pathname.split('/').at(-1)!);
  const features = Object.entries(query).filter(([name]) => !ours.includes(name));
  return {
    parent: framed ? around : undefined,
    port: framed && port === '1',
    product,
    // An address that names a product shows that one.
    src: product === 'index.html' ? (src ?? '') : undefined,
    attributes: instance ? { ...query, id: instance } : query,
    preselect: features.length ? Object.fromEntries(features) : undefined,
  };
}
