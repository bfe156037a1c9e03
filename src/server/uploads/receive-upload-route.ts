import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { FileValue } from '../../contract/configuration/value.ts';
import { withoutMarks } from '../http/without-marks.ts';
import { ApiError } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import type { Patience } from '../http/body/patience.ts';
import { cappedBody, declaredLength } from '../http/body/read-body.ts';
import type { Log } from '../log.ts';
import type { Catalogue } from '../products/catalogue.ts';
import type { UploadRows } from './upload-rows.ts';
import type { UploadFolder } from './upload-folder.ts';
import { uploadRoom, type UploadQuota } from './upload-room.ts';
import { findProduct } from '../products/product-route.ts';

export interface UploadOptions {
  readonly catalogue: Catalogue;
  readonly rows: UploadRows;
  readonly folder: UploadFolder;
  readonly quota: UploadQuota;
  readonly log: Log;
  readonly patience: Pick<Patience, 'stall' | 'file'>;
}

/**
 * `POST /api/v1/uploads?product=&feature=&name=`: takes a file, as the raw body, for one question of a product. Answers
 * 201 `{file_id, name, size}`. The id is all that is needed to read the file, so it can't be guessed.
 *
 * @throws ApiError 404 unknown_product; 422 unknown_feature, wrong_file_type, empty_file; 408, 411, 413; 503 uploads_full, storage_full
 */
export function receiveUpload(options: UploadOptions): (c: Context<AppEnv>) => Promise<Response> {
  const { rows, folder, patience } = options;
  const takeRoom = uploadRoom(rows, options.quota);
  return async (c) => {
    const { published } = findProduct(options.catalogue, c.req.query('product'));
    const wanted = c.req.query('feature');
    const feature = published.steps.flatMap(({ features }) => features).find(({ id }) => id === wanted);
    if (feature?.type !== 'file') {
      throw new ApiError(422, 'unknown_feature', 'This product has no such question for a file.');
    }
    const name = cleanName(c.req.query('name') ?? '');
    const accept = feature.accept ?? [];
    if (!accept.some((ending) => name.toLowerCase().endsWith(ending))) {
      throw new ApiError(422, 'wrong_file_type', `Files of these kinds are taken: ${accept.join(', ')}`);
    }
    const limit = (feature.max_mb ?? 20) * 1_048_576;
    const length = declaredLength(c.env.incoming, limit);
    if (length === 0) throw new ApiError(422, 'empty_file', 'The file is empty.');
    const giveBack = await takeRoom(length);
    try {
      const id = randomBytes(24).toString('base64url');
      const chunks = cappedBody(c.env.incoming, { length, limit }, patience);
      const origin = { product_id: published.id, feature_id: feature.id };
      const size = await folder.write(id, chunks, (written) =>
        rows.add({
          id,
          ...origin,
          name,
          size: written,
          created_at: new Date().toISOString(),
          claimed_at: null,
        }),
      );
      const body: FileValue = { file_id: id, name, size };
      return Response.json(body, { status: 201, headers: { 'Cache-Control': 'no-store' } });
    } finally {
      giveBack();
    }
  };
}

/** `GET /api/v1/uploads/{file_id}`: the file, to be saved and never shown, whatever is in it. @throws ApiError 404 */
export function sendUpload({ rows, folder, log }: UploadOptions): (c: Context<AppEnv>) => Promise<Response> {
  return async (c) => {
    const row = await rows.find(c.req.param('id') ?? '');
    const file = row && (await folder.read(row.id));
    if (row && !file)
      log('error', 'upload_missing', { product_id: row.product_id, created_at: row.created_at });
    if (!file) throw new ApiError(404, 'not_found', 'There is no such file.');
    return new Response(Readable.toWeb(file) as ReadableStream<Uint8Array>, {
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Length': String(row.size),
        'Content-Disposition': attachment(row.name),
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Cache-Control': 'private, no-store',
      },
    });
  };
}

/** The last part of a path, without what no file name should hold. */
const cleanName = (name: string): string =>
  withoutMarks(name.split(/[/\\]/).at(-1)!)
    .trim()
    .slice(-255)
    // The second half of a character that was cut in two.
    .replace(/^[\uDC00-\uDFFF]/, '');

/** RFC 6266: a plain name for old clients, the real one in UTF-8. */
const attachment = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}`;
