import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { clearPage, mountProduct, server, type OnPage } from '../support/mount-product.ts';
import { everything } from '../support/products.ts';

const companion = setupServer();
beforeAll(() => companion.listen({ onUnhandledFrame: 'error' }));
afterAll(() => companion.close());
afterEach(() => {
  clearPage();
  companion.resetHandlers();
});

const stored = { file_id: 'f'.repeat(24), name: 'plan.pdf', size: 4 };

/** Chooses a file as a shopper does. */
function choose(page: OnPage, name: string, content = 'plan'): void {
  const input = page.$('#plan');
  Object.defineProperty(input, 'files', { value: [new File([content], name)], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

test('a file goes to the companion as it is, and its id into the configuration', async () => {
  const asked: { query: string; body: string }[] = [];
  companion.use(
    http.post(`${server}api/v1/uploads`, async ({ request }) => {
      asked.push({ query: new URL(request.url).search, body: await request.text() });
      return HttpResponse.json(stored, { status: 201 });
    }),
  );
  const page = await mountProduct(everything);
  expect(page.text()).toContain('.pdf, up to 1 MB');
  choose(page, 'plan.pdf');
  await vi.waitFor(async () =>
    expect((await page.mounted.getConfiguration()).selections['plan']).toEqual(stored),
  );
  expect(asked).toEqual([{ query: '?product=everything&feature=plan&name=plan.pdf', body: 'plan' }]);
  await vi.waitFor(() => expect(page.text()).toContain('plan.pdf (0 kB)'));
  page.button('Remove file').click();
  await vi.waitFor(async () =>
    expect((await page.mounted.getConfiguration()).selections['plan']).toBeUndefined(),
  );
});

test('a file of another kind, or too large, is not sent', async () => {
  const page = await mountProduct(everything);
  choose(page, 'plan.exe');
  await vi.waitFor(() => expect(page.text()).toContain('Please choose a file of type .pdf'));
  choose(page, 'PLAN.PDF', 'x'.repeat(1_000_001));
  await vi.waitFor(() => expect(page.text()).toContain('up to 1 MB'));
  expect((await page.mounted.getConfiguration()).selections['plan']).toBeUndefined();
});

test('the shopper is told why the companion refuses a file', async () => {
  companion.use(
    http.post(`${server}api/v1/uploads`, () =>
      HttpResponse.json({ error: { code: 'too_large', message: 'Too large for us' } }, { status: 413 }),
    ),
  );
  const page = await mountProduct(everything);
  choose(page, 'plan.pdf');
  await vi.waitFor(() => expect(page.text()).toContain('could not be sent (Too large for us)'));
});
