import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Bytes of a script as it lies on the server, and as it travels. */
export interface Size {
  readonly min: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** gzip -9 and brotli 11, as a server that compresses ahead of time would send. */
export function measure(code: Uint8Array | string): Size {
  const bytes = Buffer.from(code);
  return {
    min: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  };
}

/** Several files travel apart, so their sizes add up. */
export const sum = (sizes: readonly Size[]): Size =>
  sizes.reduce(
    (total, { min, gzip, brotli }) => ({
      min: total.min + min,
      gzip: total.gzip + gzip,
      brotli: total.brotli + brotli,
    }),
    { min: 0, gzip: 0, brotli: 0 },
  );
