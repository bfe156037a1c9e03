import { z } from 'zod';
import { Origin } from '../../contract/product/origin.ts';

const PublicUrl = z
  .url({ protocol: /^https?$/, error: 'an http(s) URL such as "https://quotes.example"' })
  .transform((text) => text.replace(/\/+$/, ''));

/** The configuration file of a companion (`QUOTELET_CONFIG`). */
export const Config = z.strictObject({
  $schema: z.string().optional(),
  /** The company that quotes: its data go into webhooks and onto quotations. */
  company: z.strictObject({
    id: z.string().min(1).max(100),
    name: z.string().min(1).max(200),
    email: z.email().max(320),
  }),
  /** Folder of product files, relative to this file. */
  products: z.string().min(1).default('products'),
  /** Origins whose pages may use the companion. */
  allowed_origins: z.array(Origin).max(1000).default([]),
  /** Where shoppers reach the companion. Default: `http://localhost:{port}`. */
  public_url: PublicUrl.optional(),
  /** Serves the folder of this file as a shop at `/`, and a webhook receiver at `/demo/receiver`. */
  demo: z.boolean().default(false),
  /** How many proxies stand in front. Only the entries of `X-Forwarded-For` that they added are believed. */
  trust_proxy: z.number().int().min(0).max(10).default(0),
  /** For each address and public route that writes; false for no limit. */
  rate_limit: z
    .union([
      z.literal(false),
      z.strictObject({
        per_minute: z.number().positive().max(1_000_000),
        burst: z.number().int().min(1).max(1_000_000),
      }),
    ])
    .default({ per_minute: 60, burst: 30 }),
  /** Largest submission, in kB. */
  max_body_kb: z.number().int().min(16).max(10_240).default(512),
  /** Room for uploaded files that no submission names yet, in MB. */
  upload_quota_mb: z.number().positive().max(1_000_000).default(2048),
  /** Room for all uploaded files, in MB. */
  upload_total_mb: z.number().positive().max(100_000_000).default(10_240),
});
export type Config = z.output<typeof Config>;
