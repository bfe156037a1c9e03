import type { Hono } from 'hono';
import type { Config } from '../config/config.ts';
import type { AppEnv } from '../http/app-env.ts';
import { rateLimit } from '../http/rate-limit/rate-limit.ts';
import { receiveUploadRoute, type ReceiveUploadOptions } from './receive-upload-route.ts';
import { sendUploadRoute, type SendUploadOptions } from './send-upload-route.ts';

interface UploadRoutesOptions extends Omit<ReceiveUploadOptions, 'quota'>, SendUploadOptions {
  readonly config: Pick<Config, 'upload_quota_mb' | 'upload_total_mb' | 'rate_limit' | 'trust_proxy'>;
}

/** Uploads, in and out. */
export function uploadRoutes(app: Hono<AppEnv>, { config, ...options }: UploadRoutesOptions): void {
  const quota = {
    unclaimed: config.upload_quota_mb * 1_048_576,
    total: config.upload_total_mb * 1_048_576,
  };
  app.post('/api/v1/uploads', rateLimit({ config }), receiveUploadRoute({ ...options, quota }));
  app.get('/api/v1/uploads/:id', sendUploadRoute(options));
}
