import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { ApiError } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import type { Log } from '../log.ts';
import type { UploadFolder } from './upload-folder.ts';
import type { UploadRows } from './upload-rows.ts';

export interface SendUploadOptions {
  readonly rows: UploadRows;
  readonly folder: UploadFolder;
  readonly log: Log;
}

/** `GET /api/v1/uploads/{file_id}`: the file, to be saved and never shown, whatever is in it. @throws ApiError 404 */
export function sendUploadRoute({
  rows,
  folder,
  log,
}: SendUploadOptions): (c: Context<AppEnv>) => Promise<Response> {
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

/** RFC 6266: a plain name for old clients, the real one in UTF-8. */
const attachment = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}`;
