import type { PortMessage } from '../contract/bridge.ts';
import { bridgeError, type BridgeError } from './bridge-error.ts';

/** The major version that this end speaks. */
export const VERSION = 1;

const DEADLINE = 10_000;

/** What an end does with a type of message. Its result is the answer to a call; `signal`, of calls only, aborts when that is no longer wanted. */
export type Handler = (data: never, signal?: AbortSignal) => unknown;

/** One end of a port. */
export interface PortEnd {
  /**
   * Has the other end do something and answer.
   *
   * @param deadline ms
   * @throws BridgeError `timeout`, `removed`, `cancelled`, or what the other end threw; a DataCloneError for what cannot travel.
   */
  call(type: string, data?: unknown, deadline?: number, signal?: AbortSignal): Promise<unknown>;
  /** Says something that needs no answer. */
  tell(type: string, data?: unknown): void;
  /** Rejects the calls that wait, aborts those that run, and is deaf from then on. */
  close(): void;
}

/** `data` of a result; what came from the other end may be anything. */
interface Result {
  readonly of?: number;
  readonly value?: unknown;
  readonly error?: BridgeError;
}

/**
 * Requirements 10 to 17 of docs/PROTOCOL.md: speaks on a port, for one instance.
 *
 * @param handlers type of message → what to do
 * @param failed the other end speaks another major version; the port is closed, and the other end knows
 */
export function openPort(
  port: MessagePort,
  instance: string,
  handlers: ReadonlyMap<string, Handler>,
  failed: (error: Error) => void,
): PortEnd {
  /** Calls of ours that wait: id → what to do with their result. */
  const waiting = new Map<number | undefined, (result: Result) => void>();
  /** Calls of theirs that run. */
  const running = new Map<number | undefined, AbortController>();
  let sent = 0;
  let seen = 0;

  const send = (type: string, data: unknown, call?: boolean) =>
    port.postMessage({ version: VERSION, instance, id: ++sent, type, data, call } satisfies PortMessage);

  const settle = (result: Result) => waiting.get(result.of)?.(result);

  const answer = async (of: number, type: string, data: unknown) => {
    const abort = new AbortController();
    running.set(of, abort);
    const reply = (result: Result) => running.has(of) && send('result', { of, ...result });
    try {
      const handler = handlers.get(type);
      if (!handler) throw bridgeError('unknown_method', type);
      reply({ value: await handler(data as never, abort.signal) });
    } catch (error) {
      // Not the error itself: cloned, it would lose its code.
      const { code = 'failed', message, issues } = error as BridgeError;
      reply({ error: { code, message, issues } as BridgeError });
    }
    running.delete(of);
  };

  const cancel = (of: number | undefined) => {
    running.get(of)?.abort();
    running.delete(of);
  };

  const end: PortEnd = {
    call: (type, data, deadline = DEADLINE, signal) =>
      new Promise((resolve, reject) => {
        send(type, data, true);
        const of = sent;
        const give = (code: string) => {
          settle({ of, error: bridgeError(code) });
          send('cancel', { of });
        };
        const timer = setTimeout(give, deadline, 'timeout');
        signal?.addEventListener('abort', () => give('cancelled'));
        waiting.set(of, ({ value, error }) => {
          clearTimeout(timer);
          waiting.delete(of);
          if (error) reject(bridgeError(error.code, error.message, error.issues));
          else resolve(value);
        });
      }),
    tell: (type, data) => send(type, data),
    close() {
      port.close();
      for (const of of waiting.keys()) settle({ of: of!, error: bridgeError('removed') });
      for (const of of running.keys()) cancel(of);
    },
  };

  port.onmessage = ({ data: message }: MessageEvent<PortMessage | null>) => {
    // A number that only grows: nothing can be replayed.
    if (message?.instance !== instance || !(message.id > seen)) return;
    const { version, id, type, data, call } = message;
    const result = Object(data) as Result;
    seen = id;
    if (version !== VERSION) {
      const error = bridgeError(
        'unsupported_version',
        `One end speaks version ${VERSION}, the other ${version}.`,
      );
      if (type !== 'failed') send('failed', { code: error.code, message: error.message });
      end.close();
      failed(error);
    } else if (type === 'result') settle(result);
    else if (type === 'cancel') cancel(result.of);
    else if (call) void answer(id, type, data);
    else void tryTo(handlers.get(type), data);
  };
  return end;
}

/** What the other end says must not throw here. */
const tryTo = async (handler: Handler | undefined, data: unknown) => {
  try {
    await handler?.(data as never);
  } catch {
    // Of no use to anybody: nobody waits for an answer.
  }
};
