import { lookup } from 'node:dns/promises';
import { Agent, buildConnector, request } from 'undici';
import { checkUrl } from './check-url.ts';
import { guardedConnector, type Resolve } from './guarded-connector.ts';
import { OutboundError } from './outbound-error.ts';

export interface OutboundRequest {
  readonly method: 'POST' | 'GET';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface OutboundAnswer {
  readonly status: number;
  /** Its first 16 kB at most; less if the other side broke off or took longer than the deadline. */
  readonly body: string;
}

/** The only way out: every outbound call of the companion goes through here. */
export interface Outbound {
  /**
   * Makes one call. Redirects are never followed; they are answers like any other. The deadline is for everything together, name
   * look-up and body included.
   *
   * @throws OutboundError if the call was refused or got no answer.
   */
  send(call: OutboundRequest): Promise<OutboundAnswer>;
  close(): Promise<void>;
}

export interface OutboundOptions {
  /** Allows loopback addresses, and plain HTTP to them. */
  readonly development: boolean;
  readonly deadlineMs?: number;
  /** For tests: how names are looked up and addresses dialled. */
  readonly resolve?: Resolve;
  readonly dial?: buildConnector.connector;
}

const maxBody = 16 * 1024;

export function createOutbound(options: OutboundOptions): Outbound {
  const { development, deadlineMs = 10_000 } = options;
  const dial = options.dial ?? buildConnector({ allowH2: false, timeout: deadlineMs });
  // Our own agent, used with undici's own request: Node's fetch has another undici inside.
  const agent = new Agent({
    connect: guardedConnector({ dial, resolve: options.resolve ?? lookUp, development }),
  });
  return {
    async send({ method, url, headers, body }) {
      const target = checkUrl(url, { development });
      // One deadline for all of it: undici's own body timeout starts again with every chunk.
      const signal = AbortSignal.timeout(deadlineMs);
      try {
        const answer = await request(target, {
          dispatcher: agent,
          method,
          signal,
          headers: { 'user-agent': 'quotelet', ...headers },
          ...(body === undefined ? {} : { body }),
        });
        return { status: answer.statusCode, body: await readStart(answer.body) };
      } catch (error) {
        throw outboundError(error, signal, deadlineMs);
      }
    },
    close: () => agent.destroy(),
  };
}

const lookUp: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address);

/** Reads the first bytes. The status is known already, so a body that breaks off is no failure. */
async function readStart(body: AsyncIterable<Buffer> & { destroy(): void }): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= maxBody) break;
    }
  } catch {
    body.destroy();
  }
  return Buffer.concat(chunks).subarray(0, maxBody).toString('utf8');
}

function outboundError(error: unknown, signal: AbortSignal, deadlineMs: number): OutboundError {
  if (error instanceof OutboundError) return error;
  if (signal.aborted)
    return new OutboundError('timeout', `no answer within ${deadlineMs / 1000} s`, { cause: error });
  const { code, message } = error as Error & { code?: string };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new OutboundError('name_not_found', `the name could not be looked up (${code})`, { cause: error });
  }
  return new OutboundError('connection_failed', code ?? message, { cause: error });
}
