import type { WidgetProps } from './app.tsx';
import { reactive } from './reactive.ts';

/** How many. What is out of bounds becomes the nearest number that is not. */
export const Quantity = reactive<WidgetProps>(({ widget }) => {
  const { state, texts, product } = widget;
  const { min, max, step } = product.quantity;
  const { quantity } = state.resolved.value;
  const become = (input: HTMLInputElement) => {
    const wanted = Math.min(max, Math.max(min, Math.round(Number(input.value) / step) * step));
    input.value = String(wanted);
    if (wanted !== quantity) state.become({ ...state.answers, quantity: wanted }, 'quantity');
  };
  return (
    max > min && (
      <label class="quantity" part="quantity">
        {texts.t('quantity')}
        <input
          id="quantity"
          part="input"
          type="number"
          min={min}
          max={max}
          step={step}
          value={quantity}
          onChange={({ currentTarget }) => become(currentTarget)}
        />
      </label>
    )
  );
});
