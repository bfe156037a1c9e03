import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Dispatcher } from '../webhooks/create-dispatcher.ts';
import { ApiError } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { parseJsonBody, requireJson } from '../http/body/json-body.ts';
import { readBody } from '../http/body/read-body.ts';
import type { Log } from '../log.ts';
import type { Catalogue } from '../products/catalogue.ts';
import { KeyTaken, UploadGone, type NewSubmission, type Submissions } from './store-submissions.ts';
import type { UploadRows } from '../uploads/upload-rows.ts';
import { checkSubmission } from './validation/check-submission.ts';
import { composeSubmission, type Sender } from './compose-submission.ts';

export interface AddQuoteOptions {
  readonly catalogue: Catalogue;
  readonly submissions: Submissions;
  readonly uploads: UploadRows;
  readonly dispatcher: Dispatcher;
  readonly sender: Sender;
  readonly log: Log;
  /** Bytes. */
  readonly maxBody: number;
  /** Milliseconds that an idempotency key is kept. */
  readonly keyKeptFor: number;
  /** Milliseconds until the body has to be there. */
  readonly timeout: number;
}

/**
 * `POST /api/v1/add-quote`: validates, prices, stores and answers a submission, then has its webhooks sent.
 *
 * With an `Idempotency-Key`, one body is stored once however often it arrives: later and concurrent copies get the first
 * answer, byte for byte, with `Idempotency-Replayed: true`. The same key with another body is 422 idempotency_key_reused.
 * A submission that was refused is not remembered: it may be sent again under its key.
 */
export function addQuoteRoute(options: AddQuoteOptions): (c: Context<AppEnv>) => Promise<Response> {
  const { catalogue, submissions, uploads, dispatcher, sender, log } = options;

  return async (c) => {
    const { incoming } = c.env;
    requireJson(incoming);
    const key = readKey(c.req.header('idempotency-key'));
    const bytes = await readBody(incoming, { limit: options.maxBody, timeout: options.timeout });
    const idempotency =
      key === null ? null : { key, body_hash: createHash('sha256').update(bytes).digest('hex') };
    const known = idempotency && (await replay(idempotency));
    if (known) return known;
    const checked = await checkSubmission(parseJsonBody(bytes), catalogue, uploads);
    const submission = composeSubmission({ ...checked, idempotency }, sender);
    try {
      const { answer, deliveries } = await submissions.add(submission);
      noteDifference(submission);
      dispatcher.enqueue(deliveries);
      return created(answer);
    } catch (error) {
      const winner = error instanceof KeyTaken && idempotency && (await replay(idempotency));
      if (winner) return winner;
      if (!(error instanceof UploadGone)) throw error;
      throw new ApiError(409, 'upload_gone', 'An uploaded file was removed meanwhile; upload it again.');
    }
  };

  async function replay({
    key,
    body_hash,
  }: NonNullable<NewSubmission['idempotency']>): Promise<Response | undefined> {
    const known = await submissions.findByKey(key);
    if (!known || Date.parse(known.created_at) < Date.now() - options.keyKeptFor) return undefined;
    if (known.body_hash === body_hash) return created(known.answer, { 'Idempotency-Replayed': 'true' });
    const message =
      'This Idempotency-Key came with another body before; make a new one for a new submission.';
    throw new ApiError(422, 'idempotency_key_reused', message);
  }

  /** The price that was shown is never trusted, but one that differs is worth knowing of. */
  function noteDifference({ row }: NewSubmission): void {
    const { shown_total, total, currency, product_id, product_version, shown_version } = row;
    if (shown_total === null || shown_total === total) return;
    log('warn', 'shown_price_differs', {
      product_id,
      product_version,
      shown_version,
      currency,
      shown_total,
      total,
    });
  }
}

const created = (answer: string, headers?: Record<string, string>): Response =>
  new Response(answer, {
    status: 201,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers },
  });

/** @throws ApiError 400 for a key that is none. */
function readKey(header: string | undefined): string | null {
  if (header === undefined) return null;
  if (/^[\x21-\x7e]{1,255}$/.test(header)) return header;
  const message = 'An Idempotency-Key is 1 to 255 visible ASCII characters without spaces.';
  throw new ApiError(400, 'invalid_idempotency_key', message);
}
