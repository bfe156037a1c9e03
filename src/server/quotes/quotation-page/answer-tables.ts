import { html } from 'hono/html';
import type { Line } from '../../../contract/quote/items.ts';
import { dayInWords } from '../../../text/day-in-words.ts';
import { asTyped } from './as-typed.ts';
import type { QuotationDocument } from './quotation-document.ts';
import type { QuotationTexts } from './quotation-texts.ts';

/** The answers, a table for each repetition of each step. */
export function answerTables(
  lines: readonly Line[],
  {
    quantity,
    itemName,
    language,
    interfaceLanguage,
  }: Pick<QuotationDocument, 'quantity' | 'itemName' | 'language' | 'interfaceLanguage'>,
  texts: QuotationTexts,
): ReturnType<typeof html> {
  const groups = new Map<string, { title: string; lines: Line[] }>();
  for (const line of lines) {
    const key = `${line.step_id}[${line.repetition}]`;
    const item = itemName(line.step_id);
    const title = item === undefined ? line.step_name : `${item} ${line.repetition + 1}`;
    const group = groups.get(key) ?? { title, lines: [] };
    groups.set(key, group);
    group.lines.push(line);
  }
  const shown = ({ type, display }: Line): string =>
    type === 'number_input'
      ? display
      : asTyped(type === 'date' ? dayInWords(display, language, interfaceLanguage) : display);
  const tables = [...groups.values()].map(
    (group) =>
      html`<h3>${group.title}</h3>
        <table class="answers">
          <tbody>
            ${group.lines.map(
              (line) =>
                html`<tr>
                  <td>${line.feature_name}</td>
                  <td>${shown(line)}</td>
                </tr>`,
            )}
          </tbody>
        </table>`,
  );
  return html`${tables}
    <table class="answers">
      <tbody>
        <tr>
          <td>${texts.pieces}</td>
          <td>${quantity}</td>
        </tr>
      </tbody>
    </table>`;
}
