import type { WidgetProps } from './app.tsx';
import { Issues } from './field.tsx';

/** How many. What is out of bounds stays as it was typed, and says what is wrong. */
export const Quantity = ({ widget }: WidgetProps) => {
  const { state, texts, product, options } = widget;
  const { min, max, step } = product.quantity;
  const { quantity, issues: all } = state.resolved.value;
  const issues = all.filter(({ path }) => path === 'quantity');
  const wrong = issues.length > 0;
  // Nothing at all counts as 0, and yet stays empty.
  const typed = (options.root.getElementById('quantity') as HTMLInputElement | null)?.value;
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
            value={Number(typed) === quantity ? typed : quantity}
            aria-invalid={wrong}
            aria-describedby={wrong ? 'quantity-issues' : undefined}
            onChange={({ currentTarget: { value } }) => {
              if (Number(value) !== quantity)
                state.become({ ...state.answers, quantity: Number(value) }, 'quantity');
            }}
          />
        </label>
        {wrong && <Issues widget={widget} path="quantity" issues={issues} />}
      </>
    )
  );
};
