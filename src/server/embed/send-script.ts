import type { Context } from 'hono';
import type { AppEnv } from '../http/app-env.ts';
import { conditional, etagOf } from '../http/conditional.ts';
import type { Script } from './load-scripts.ts';

interface SendScriptOptions {
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The `Content-Security-Policy` in `headers`, to be part of the ETag: a browser that gets a 304 keeps the policy that it
   * has.
   */
  readonly policy?: string;
}

/** Answers with a built file in the encoding that suits the browser best. */
export function sendScript(
  c: Context<AppEnv>,
  script: Script,
  { headers, policy }: SendScriptOptions,
): Response {
  const encoding = encodingFor(c.req.header('accept-encoding') ?? '', script);
  // Each encoding is a representation of its own, with its own ETag.
  const parts = [script.etag, policy && etagOf(policy), encoding].filter((part) => part !== undefined);
  return conditional(
    c.req.header('if-none-match'),
    `"${parts.join('-').replaceAll('"', '')}"`,
    script[encoding ?? 'plain']!,
    {
      'Content-Type': script.type,
      Vary: 'Accept-Encoding',
      ...headers,
      ...(encoding ? { 'Content-Encoding': encoding } : {}),
    },
  );
}

function encodingFor(accepted: string, script: Script): 'br' | 'gzip' | undefined {
  const offers = new Map(
    accepted.split(',').map((one) => {
      const [name, weight] = one.split(';');
      return [name!.trim().toLowerCase(), !/q=0(\.0*)?\s*$/.test(weight ?? '')] as const;
    }),
  );
  return (['br', 'gzip'] as const).find((encoding) => script[encoding] && offers.get(encoding));
}
