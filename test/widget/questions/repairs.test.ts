import { afterEach, expect, test, vi } from 'vitest';
import { clearPage, mountProduct } from '../support/mount-product.ts';
import { shelf } from '../support/products.ts';

afterEach(clearPage);

test('a conflict is shown at the question and above all, with one-click repairs', async () => {
  const page = await mountProduct(shelf, { select: '{"width":2500}' });
  await page.mounted.select({ material: 'pine' });
  await vi.waitFor(() => expect(page.text()).toContain('1 choice does not fit the others'));
  expect(page.text()).toContain('Pine bends beyond 2 m');
  expect(page.last('configuration.changed')?.valid).toBe(false);
  await vi.waitFor(() => page.button('Change'));
  page.button('Change').click();
  await vi.waitFor(() => expect(page.text()).not.toContain('does not fit'));
  expect((await page.mounted.getConfiguration()).valid).toBe(true);
});
