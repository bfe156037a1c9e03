import { vi, type Mock } from 'vitest';

/** Answers every fetch with this JSON, and counts them. */
export function answerFetch(body: unknown, status = 200): Mock<typeof fetch> {
  const fake = vi.fn<typeof fetch>(() => Promise.resolve(Response.json(body, { status })));
  vi.stubGlobal('fetch', fake);
  return fake;
}
