import type { PriceEvent, SubmittedEvent } from '../../element-api/widget-events.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import { canonicalConfiguration } from '../../configuration/canonical-configuration.ts';
import type { Resolved } from '../../engine/create-engine.ts';
import { quote3dMessage, type Quote3dResult } from '../../dialects/quote3d/quote3d-message.ts';
import { ownText } from '../inputs/own-text.ts';
import { imageOf } from './image-of.ts';
import type { Texts } from '../text/texts.ts';
import type { Widget } from '../mount/widget.ts';

/** Says, in Quote3D's words, what the configuration costs now, if it has a price. */
export async function sayResult(widget: Widget, price: PriceEvent): Promise<void> {
  const { product, state, life } = widget;
  const resolved = state.resolved.peek();
  if (price.total_price === null) return;
  const image = await imageOf(widget, resolved, canonicalConfiguration(product, resolved));
  if (life.aborted) return;
  const { quantity } = resolved;
  widget.post(quote3dMessage('QUOTE3D_RESULT', resultOf(widget, resolved, { ...price, quantity }, image)));
}

/** Says the same of what was submitted, with the id of what was stored. */
export function saySubmitted(
  widget: Widget,
  resolved: Resolved,
  submitted: SubmittedEvent,
  id: string | null,
): void {
  const result = resultOf(widget, resolved, submitted, submitted.items[0]?.image, id);
  widget.post(quote3dMessage('QUOTE3D_RESULT', result));
  if (submitted.answer?.path !== 'quotation') widget.post(quote3dMessage('QUOTE3D_ADD_TO_CART', result));
}

const resultOf = (
  { product, texts }: Widget,
  resolved: Resolved,
  { total_price, currency, quantity }: Pick<SubmittedEvent, 'total_price' | 'currency' | 'quantity'>,
  image: string | undefined,
  quoteId: string | null = null,
): Quote3dResult => ({
  quoteId,
  totalPrice: total_price,
  currency,
  material: wordOf(texts, resolved, 'material'),
  technology: wordOf(texts, resolved, 'technology'),
  quantity,
  thumbnailUrl: image || null,
  fileName: fileNameIn(resolved),
  weight: weightOf(product, resolved),
});

/** An answer in words; null where there is no such question, or no answer. */
function wordOf(texts: Texts, { features }: Resolved, id: string): string | null {
  const { value, feature } = features.get(id) ?? {};
  const option = feature?.options?.find((one) => one.id === value);
  return option ? texts.text(option.name) : typeof value === 'string' ? value : ownText(value);
}

function fileNameIn({ features }: Resolved): string | null {
  for (const { value } of features.values())
    if (value && typeof value === 'object' && 'name' in value) return value.name;
  return null;
}

/** Grams: of what is called `weight`, else of the first fact that is a weight. Those of repetitions are parts, and not among them. */
function weightOf(product: PublishedProduct, { scope }: Resolved): number | null {
  const facts = scope.global;
  const known = [...product.steps.flatMap(({ features }) => features), ...product.measures].filter(
    ({ id }) => typeof facts[id] === 'number',
  );
  const found = known.find(({ id }) => id === 'weight') ?? known.find(({ unit }) => /^k?g$/.test(unit ?? ''));
  return found ? +((facts[found.id] as number) * (found.unit === 'kg' ? 1000 : 1)).toPrecision(12) : null;
}
