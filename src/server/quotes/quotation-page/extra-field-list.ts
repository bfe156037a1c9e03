import { html } from 'hono/html';
import { asTyped } from './as-typed.ts';
import type { QuotationDocument } from './quotation-document.ts';
import type { QuotationTexts } from './quotation-texts.ts';

/** The contact form's custom fields; nothing if there are none. */
export function extraFieldList(
  { extraFields }: QuotationDocument,
  texts: QuotationTexts,
): ReturnType<typeof html> | null {
  if (extraFields.length === 0) return null;
  const shown = (value: string | number | boolean): string | number =>
    typeof value === 'boolean'
      ? value
        ? texts.yes
        : texts.no
      : typeof value === 'string'
        ? asTyped(value)
        : value;
  return html`<h2>${texts.remarks}</h2>
    <dl class="facts">
      ${extraFields.map(
        ({ name, value }) =>
          html`<dt>${name}</dt>
            <dd>${shown(value)}</dd>`,
      )}
    </dl>`;
}
