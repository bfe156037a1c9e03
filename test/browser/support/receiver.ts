import { expect, type APIRequestContext } from '@playwright/test';
import { companion } from './origins.ts';

/** A webhook as `/demo/receiver/requests` lists it. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly received_at: string;
}

interface Webhook {
  readonly event: string;
  readonly source: string;
  readonly timestamp: string;
  readonly data: Record<string, unknown>;
}

/** Waits for the webhook with a matching body. Other tests post to the same receiver at the same time. */
export async function webhook(
  request: APIRequestContext,
  fits: (body: Webhook) => boolean,
): Promise<Webhook> {
  const all = await webhooks(request, fits, 1);
  return all[0]!;
}

/** Waits until there are so many webhooks with a matching body. */
export async function webhooks(
  request: APIRequestContext,
  fits: (body: Webhook) => boolean,
  atLeast: number,
): Promise<Webhook[]> {
  let found: Webhook[] = [];
  await expect(async () => {
    const answer = await request.get(`${companion}/demo/receiver/requests`);
    const received = (await answer.json()) as Received[];
    found = received.map(({ body }) => JSON.parse(body) as Webhook).filter(fits);
    expect(found.length).toBeGreaterThanOrEqual(atLeast);
  }).toPass({ timeout: 15_000 });
  return found;
}
