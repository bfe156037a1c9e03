import { expect, it } from 'vitest';
import { timeOrderedId } from '../../../src/server/database/time-ordered-id.ts';

it('is a UUID of version 7 that sorts by time', async () => {
  const first = timeOrderedId();
  await new Promise((resolve) => setTimeout(resolve, 2));
  const second = timeOrderedId();
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(first < second).toBe(true);
  expect(Math.abs(Number.parseInt(first.replace('-', '').slice(0, 12), 16) - Date.now())).toBeLessThan(5000);
  expect(new Set(Array.from({ length: 1000 }, timeOrderedId)).size).toBe(1000);
});
