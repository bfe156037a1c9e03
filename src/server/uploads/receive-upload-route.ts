import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import type { FileValue } from '../../contract/configuration/value.ts';
import { ApiError } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import type { BodyTimeouts } from '../http/body/body-timeouts.ts';
import { cappedBody } from '../http/body/capped-body.ts';
import { declaredLength } from '../http/body/declared-length.ts';
import { withoutMarks } from '../http/without-marks.ts';
import type { Catalogue } from '../products/catalogue.ts';
import { findProduct } from '../products/product-route.ts';
import type { UploadFolder } from './upload-folder.ts';
import type { UploadRows } from './upload-rows.ts';
import { reserveRoom, type UploadQuota } from './reserve-room.ts';

export interface ReceiveUploadOptions {
  readonly catalogue: Catalogue;
  readonly rows: UploadRows;
  readonly folder: UploadFolder;
  readonly quota: UploadQuota;
  readonly timeouts: Pick<BodyTimeouts, 'stall' | 'file'>;
}

const defaultMaxMb = 20;

/**
 * `POST /api/v1/uploads?product=&feature=&name=`: takes a file, as the raw body, for one feature of a product. Answers
 * 201 `{file_id, name, size}`. The id is all that it takes to read the file, so it can't be guessed.
 *
 * @throws ApiError 404 unknown_product; 422 unknown_feature, wrong_file_type, empty_file; 408, 411, 413; 503 uploads_full, storage_full
 */
export function receiveUploadRoute({
  catalogue,
  rows,
  folder,
  quota,
  timeouts,
}: ReceiveUploadOptions): (c: Context<AppEnv>) => Promise<Response> {
  const reserve = reserveRoom(rows, quota);
  return async (c) => {
    const { published } = findProduct(catalogue, c.req.query('product'));
    const featureId = c.req.query('feature');
    const feature = published.steps.flatMap(({ features }) => features).find(({ id }) => id === featureId);
    if (feature?.type !== 'file') {
      throw new ApiError(422, 'unknown_feature', 'This product has no such question for a file.');
    }
    const name = cleanName(c.req.query('name') ?? '');
    const accept = feature.accept ?? [];
    if (!accept.some((ending) => name.toLowerCase().endsWith(ending))) {
      throw new ApiError(422, 'wrong_file_type', `Files of these kinds are taken: ${accept.join(', ')}`);
    }
    const limit = (feature.max_mb ?? defaultMaxMb) * 1_048_576;
    const length = declaredLength(c.env.incoming, limit);
    if (length === 0) throw new ApiError(422, 'empty_file', 'The file is empty.');
    const release = await reserve(length);
    try {
      const id = randomBytes(24).toString('base64url');
      const chunks = cappedBody(c.env.incoming, { length, limit, timeouts });
      const owner = { product_id: published.id, feature_id: feature.id };
      const size = await folder.write(id, chunks, (written) =>
        rows.add({
          id,
          ...owner,
          name,
          size: written,
          created_at: new Date().toISOString(),
          claimed_at: null,
        }),
      );
      const body: FileValue = { file_id: id, name, size };
      return Response.json(body, { status: 201, headers: { 'Cache-Control': 'no-store' } });
    } finally {
      release();
    }
  };
}

/** The last part of a path, without characters that no file name should hold. */
const cleanName = (name: string): string =>
  withoutMarks(name.split(/[/\\]/).at(-1)!)
    .trim()
    .slice(-255)
    // The second half of a character that was cut in two.
    .replace(/^[\uDC00-\uDFFF]/, '');
