import { Origin } from '../../contract/product/origin.ts';
import { withoutMarks } from '../http/without-marks.ts';
import type { RefusalCode } from './refusal-page.ts';

/** Why an iframe does not get the configurator, in the words of its page. */
export interface EmbedRefusal {
  readonly status: 403 | 404;
  readonly code: RefusalCode;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export const notBuilt: EmbedRefusal = {
  status: 404,
  code: 'not_built',
  title: 'The configurator is not there',
  paragraphs: ['Its files are yet to be built.'],
};

interface EmbedRequest {
  /** Of the product, or `index.html`. */
  readonly id: string;
  readonly built: boolean;
  readonly known: boolean;
  readonly parent: string | null;
  readonly allowed: ReadonlySet<string>;
  /** Whether it is the product's list that allows parents, and not the companion's. */
  readonly byProduct: boolean;
}

/** Why a request for the document is refused; undefined if it is not. */
export function embedRefusal({
  id,
  built,
  known,
  parent,
  allowed,
  byProduct,
}: EmbedRequest): EmbedRefusal | undefined {
  if (!built) return notBuilt;
  if (!known && id !== 'index.html')
    return {
      status: 404,
      code: 'unknown_product',
      title: 'There is no such product',
      paragraphs: [`This companion has no product “${shortened(id)}”.`],
    };
  if (parent === null) return undefined;
  if (!Origin.safeParse(parent).success)
    return {
      status: 403,
      code: 'no_parent',
      title: 'The address of this frame is not right',
      paragraphs: [
        `Its parent, “${shortened(parent)}”, is not an origin. Write the scheme and host of the page around it, such as https://shop.example, without a path or a slash at the end.`,
      ],
    };
  if (allowed.has(parent)) return undefined;
  return {
    status: 403,
    code: 'parent_not_allowed',
    title: 'This page may not show the configurator',
    paragraphs: [
      `${shortened(parent)} is not an allowed origin.`,
      byProduct
        ? `Whoever runs it can allow that: by adding the origin to “allowed_origins” of the product “${id}”.`
        : 'Whoever runs it can allow that: by adding the origin to “allowed_origins” of the companion’s configuration, or to QUOTELET_ALLOWED_ORIGINS.',
    ],
  };
}

/** A text from the request, shortened, and without characters that turn or hide the text around them. */
function shortened(text: string): string {
  const plain = withoutMarks(text);
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}
