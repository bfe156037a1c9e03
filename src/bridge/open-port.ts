import type { PortMessage } from '../contract/bridge/bridge.ts';
import { VERSION } from './version.ts';
import { codedError, type CodedError } from './coded-error.ts';
import { isPortMessage } from './guards.ts';

const DEADLINE = 10_000;
/** How long a call may wait past its deadline, in ms. */
const TICK = 100;

/**
 * What an end does with a type of message. Its result is the answer to a call; `signal`, of calls only, aborts when that is no
 * longer wanted. Who does not name that parameter gets none: signals are dear to make.
 */
export type Handler = (data: never, signal?: AbortSignal) => unknown;

/** One end of a port. */
export interface PortEnd {
  /**
   * Has the other end do something and answer.
   *
   * @param deadline ms
   * @throws CodedError `timeout`, `removed`, `cancelled`, or what the other end threw; a DataCloneError for what cannot travel.
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
  readonly error?: CodedError;
}

interface Waiting {
  /** By `performance.now()`. */
  readonly due: number;
  readonly settle: (result: Result) => void;
}

/**
 * Requirements 10 to 17 of docs/PROTOCOL.md: speaks on a port, for one instance.
 *
 * @param handlers type of message → what to do
 * @param failed the other end speaks another major version; the port is closed, and the other end knows
 * @param theirs what it speaks, as far as it has said so
 */
export function openPort(
  port: MessagePort,
  instance: string,
  handlers: ReadonlyMap<string, Handler>,
  failed: (error: CodedError) => void,
  theirs = VERSION,
): PortEnd {
  /** Calls of ours that wait: id → what to do with their result, and when they have waited long enough. */
  const waiting = new Map<number | undefined, Waiting>();
  /** Calls of theirs that run. */
  const running = new Map<number | undefined, AbortController | undefined>();
  /** One timer for all calls, while any of them waits: one each took as long as all else. */
  let timer: ReturnType<typeof setInterval> | undefined;
  let sent = 0;
  let seen = 0;
  let closed = false;

  const send = (type: string, data: unknown, call?: boolean) =>
    port.postMessage({ version: VERSION, instance, id: ++sent, type, data, call } satisfies PortMessage);

  const settle = (result: Result) => waiting.get(result.of)?.settle(result);

  const giveUp = (of: number | undefined, code: string) => {
    settle({ of: of!, error: codedError(code) });
    send('cancel', { of });
  };

  const giveUpLate = () => {
    for (const [of, { due }] of waiting) if (due <= performance.now()) giveUp(of, 'timeout');
  };

  const answer = async (of: number, type: string, data: unknown) => {
    const handler = handlers.get(type);
    const abort = handler && handler.length > 1 ? new AbortController() : undefined;
    const reply = (result: Result) => running.has(of) && send('result', { of, ...result });
    running.set(of, abort);
    try {
      try {
        if (!handler) throw codedError('unknown_method', type);
        reply({ value: await handler(data as never, abort?.signal) });
      } catch (thrown) {
        // Not the error itself: cloned, it would lose its code. Pages throw anything, nothing at all, or a DOMException with a number.
        const { code, message, issues, details } = Object(thrown) as CodedError;
        reply({
          error: { code: typeof code === 'string' ? code : 'failed', message, issues, details } as CodedError,
        });
      }
    } catch {
      // It can be neither read nor cloned.
      reply({ error: { code: 'failed' } as CodedError });
    }
    running.delete(of);
  };

  const cancel = (of: number | undefined) => {
    running.get(of)?.abort();
    running.delete(of);
  };

  const end: PortEnd = {
    call: (type, data, deadline = DEADLINE, signal) =>
      new Promise<Result>((resolve) => {
        if (closed) throw codedError('removed');
        send(type, data, true);
        const of = sent;
        const due = performance.now() + deadline;
        const abort = () => giveUp(of, 'cancelled');
        const settle = (result: Result) => {
          signal?.removeEventListener('abort', abort);
          waiting.delete(of);
          if (!waiting.size) timer = void clearInterval(timer);
          resolve(result);
        };
        waiting.set(of, { due, settle });
        timer ??= setInterval(giveUpLate, TICK);
        signal?.addEventListener('abort', abort);
        if (signal?.aborted) abort();
      }).then(({ value, error }) => {
        // Here and not in the listener: an error whose message cannot be made a string rejects, and throws nowhere.
        if (error)
          throw codedError(error.code, error.message, { issues: error.issues, details: error.details });
        return value;
      }),
    tell: send,
    close() {
      closed = true;
      port.close();
      for (const of of waiting.keys()) settle({ of: of!, error: codedError('removed') });
      for (const of of running.keys()) cancel(of);
    },
  };

  const refuse = (theirs: number, type?: string) => {
    const code = 'unsupported_version';
    const message = `Version ${VERSION} cannot talk to ${theirs}.`;
    if (type !== 'failed') send('failed', { code, message });
    end.close();
    failed(codedError(code, message));
  };

  port.onmessage = ({ data: message }: MessageEvent<unknown>) => {
    // Some engines still hand out what had arrived before the port was closed.
    if (closed || !isPortMessage(message) || message.instance !== instance) return;
    const { version, id, type, data, call } = message;
    // A number that only grows: nothing can be replayed.
    if (id <= seen) return;
    const result = Object(data) as Result;
    seen = id;
    if (version !== VERSION) {
      refuse(version, type);
    } else if (type === 'result') settle(result);
    else if (type === 'cancel') cancel(result.of);
    else if (call) void answer(id, type, data);
    else void tryTo(handlers.get(type), data);
  };
  if (theirs !== VERSION) refuse(theirs);
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
