import { bridgeError } from './bridge-error.ts';
import { isPortMessage } from './guards.ts';

/** The major version that this end speaks. */
export const VERSION = 1;

const DEADLINE = 10_000;
/** How often deadlines are looked at while calls wait, in ms: one timer for all, because one each costs more than a call. */
const TICK = 500;

/** What an end does with a type of message. Its result is the answer to a call; `signal`, of calls only, aborts when that is no longer wanted. */
export type Handler = (data: never, signal?: AbortSignal) => unknown;

/** One end of a port. */
export interface PortEnd {
  /**
   * Has the other end do something and answer.
   *
   * @param deadline ms
   * @throws BridgeError `timeout`, `removed`, or what the other end threw; a DataCloneError for what cannot travel.
   */
  call(type: string, data?: unknown, deadline?: number, signal?: AbortSignal): Promise<unknown>;
  /** Says something that needs no answer. */
  tell(type: string, data?: unknown): void;
  /** Rejects the calls that wait, aborts those that run, and is deaf from then on. */
  close(): void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly until: number;
}

/**
 * Requirements 10 to 17 of docs/PROTOCOL.md: speaks on a port, for one instance.
 *
 * @param handlers type of message → what to do
 * @param failed the other end speaks another major version, here or there; the port is closed
 */
export function openPort(
  port: MessagePort,
  instance: string,
  handlers: ReadonlyMap<string, Handler>,
  failed: (error: Error) => void,
): PortEnd {
  const waiting = new Map<number, Waiting>();
  const running = new Map<number, AbortController>();
  let sent = 0;
  let seen = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = (type: string, data: unknown, call?: boolean) =>
    port.postMessage({ version: VERSION, instance, id: ++sent, type, data, call });

  const settle = (of: number) => {
    const call = waiting.get(of);
    waiting.delete(of);
    return call;
  };

  const watch = () => {
    timer = undefined;
    for (const [id, { until, reject }] of waiting)
      if (until < performance.now()) {
        waiting.delete(id);
        send('cancel', { of: id });
        reject(bridgeError('timeout', 'The other end did not answer in time.'));
      }
    if (waiting.size) timer = setTimeout(watch, TICK);
  };

  const answer = async (id: number, type: string, data: unknown, wanted: boolean | undefined) => {
    const handler = handlers.get(type);
    const abort = wanted && new AbortController();
    if (abort) running.set(id, abort);
    let result: object;
    try {
      if (abort && !handler) throw bridgeError('unknown_method', `There is no method ${type}.`);
      result = { of: id, value: await handler?.(data as never, (abort || undefined)?.signal) };
    } catch (error) {
      const { code = 'failed', message, issues } = error as Error & { code?: string; issues?: unknown };
      result = { of: id, error: { code, message, issues } };
    }
    // Closed, or cancelled, in the meantime; or nobody asked.
    if (!running.delete(id)) return;
    try {
      send('result', result);
    } catch (error) {
      send('result', { of: id, error: { code: 'failed', message: String(error) } });
    }
  };

  const end: PortEnd = {
    call: (type, data, deadline = DEADLINE, signal) =>
      new Promise((resolve, reject) => {
        send(type, data, true);
        const id = sent;
        waiting.set(id, { resolve, reject, until: performance.now() + deadline });
        timer ??= setTimeout(watch, TICK);
        signal?.addEventListener('abort', () => {
          if (settle(id)) send('cancel', { of: id });
          reject(bridgeError('cancelled', 'Nobody waits for it any more.'));
        });
      }),
    tell: send,
    close() {
      clearTimeout(timer);
      port.onmessage = null;
      port.close();
      for (const { reject } of waiting.values()) reject(bridgeError('removed', 'The other end is gone.'));
      for (const abort of running.values()) abort.abort();
      waiting.clear();
      running.clear();
    },
  };

  port.onmessage = ({ data: message }: MessageEvent<unknown>) => {
    if (!isPortMessage(message) || message.instance !== instance || message.id <= seen) return;
    const { version, id, type, data, call } = message;
    seen = id;
    if (version !== VERSION) {
      const message = `The other end speaks version ${version} of the protocol, this one ${VERSION}.`;
      if (type !== 'failed') send('failed', { code: 'unsupported_version', message });
      end.close();
      failed(bridgeError('unsupported_version', message));
    } else if (type === 'result') {
      const { of, value, error } = (data ?? {}) as Result;
      const call = settle(of);
      if (error) call?.reject(bridgeError(error.code, error.message, error.issues));
      else call?.resolve(value);
    } else if (type === 'cancel') {
      const { of } = (data ?? {}) as Result;
      running.get(of)?.abort();
      running.delete(of);
    } else void answer(id, type, data, call);
  };
  return end;
}

interface Result {
  readonly of: number;
  readonly value?: unknown;
  readonly error?: { readonly code: string; readonly message: string; readonly issues?: unknown };
}
