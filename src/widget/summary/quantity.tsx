import type { WidgetProps } from '../mount/widget-props.ts';
import type { Typed } from '../state/drafts.ts';
import { LazyIssues } from '../questions/lazy-issues.ts';
import { matchingDraft } from '../inputs/matching-draft.ts';
import { typingHandlers } from '../inputs/typing-handlers.ts';

/** An empty field counts as 0, and yet stays empty. */
const read = (text: string) => ({ value: Number(text) });

/** How many to order. An entry out of bounds stays as it was typed, and says what is wrong. */
export const Quantity = ({ widget }: WidgetProps) => {
  const { state, texts, product, drafts } = widget;
  const { min, max, step } = product.quantity;
  const { quantity, issues: all } = state.resolved.value;
  const issues = all.filter(({ path }) => path === 'quantity');
  const wrong = issues.length > 0;
  const draft = drafts.at('quantity').value;
  const unread = !!draft?.reading?.ask;
  const take = (value: Typed) => {
    if (value !== null && value !== state.resolved.peek().quantity)
      state.become({ ...state.answers, quantity: Number(value) }, 'quantity');
  };
  return (
    (max > min || wrong) && (
      <>
        <label class="quantity" part="quantity" id="quantity-field">
          {texts.t('quantity')}
          <input
            id="quantity"
            part="input"
            type="number"
            min={min}
            max={max}
            step={step}
            value={(unread ? draft : matchingDraft(draft, quantity))?.text ?? quantity}
            aria-invalid={wrong || unread}
            aria-describedby={wrong ? 'quantity-issues' : undefined}
            {...typingHandlers(widget, 'quantity', read, take)}
          />
        </label>
        {wrong && <LazyIssues widget={widget} path="quantity" issues={issues} />}
      </>
    )
  );
};
