import { afterEach, describe, expect, test, vi } from 'vitest';
import { clearPage, mountProduct, type OnPage } from '../support/mount-product.ts';
import { shelf } from '../support/products.ts';

afterEach(() => {
  clearPage();
  vi.restoreAllMocks();
});

const answers = async (page: OnPage) => (await page.mounted.getConfiguration()).selections;

describe('a step that repeats', () => {
  test('is added to, copied, moved and removed, and the focus follows', async () => {
    const page = await mountProduct(shelf);
    const boards = () => page.root.querySelectorAll('[role=group].repetition').length;
    expect(boards()).toBe(2);
    page.$('[name="boards[1].colour"][value=black]').click();
    page.button('Add Board').click();
    await vi.waitFor(() => expect(page.root.activeElement?.id).toBe('boards-2'));
    expect(boards()).toBe(3);
    page.$<HTMLElement>('[aria-label="Copy: Board 2"]').click();
    await vi.waitFor(() => expect(boards()).toBe(4));
    expect(page.root.querySelector('#boards-add')).toBeNull();
    page.$<HTMLElement>('[aria-label="Move up: Board 2"]').click();
    await vi.waitFor(() => expect(page.root.activeElement?.id).not.toBe('boards-2'));
    expect((await answers(page))['boards']).toEqual(
      ['black', 'white', 'black', 'white'].map((colour) => ({ colour })),
    );
    page.$<HTMLElement>('[aria-label="Remove: Board 1"]').click();
    await vi.waitFor(() => expect(page.root.activeElement?.id).toBe('boards-0'));
    expect((await answers(page))['boards']).toEqual(
      ['white', 'black', 'white'].map((colour) => ({ colour })),
    );
    await vi.waitFor(() =>
      expect(page.$<HTMLElement>('.hidden[role=status]').textContent).toContain('Total'),
    );
  });

  test('keeps its default repetitions when one of them is answered', async () => {
    const page = await mountProduct(shelf);
    page.$('[name="boards[0].colour"][value=black]').click();
    expect((await answers(page))['boards']).toEqual([{ colour: 'black' }, { colour: 'white' }]);
  });

  test('stays within its bounds', async () => {
    const page = await mountProduct(shelf, { select: '{"boards":[{}]}' });
    expect(page.$<HTMLElement>('[aria-label="Remove: Board 1"]').getAttribute('aria-disabled')).toBe('true');
    page.$<HTMLElement>('[aria-label="Remove: Board 1"]').click();
    expect((await answers(page))['boards']).toHaveLength(1);
  });
});
