import type { PortMessage } from '../contract/bridge/bridge.ts';
import { codedError, type CodedError } from '../element-api/coded-error.ts';
import type { ErrorCode } from '../element-api/element-error-code.ts';
import { isPortMessage } from './guards.ts';
import type { Handler } from './handler.ts';
import type { Paired } from './paired.ts';
import type { PortEnd } from './port-end.ts';
import { VERSION } from './version.ts';

/** The deadline of calls that set none, in ms. */
const DEADLINE = 10_000;
/** How often deadlines are checked, in ms. */
const TICK = 100;

/** `data` of a result; the other end may have sent anything. */
interface Result {
  readonly of?: number;
  readonly value?: unknown;
  readonly error?: CodedError;
}

interface Waiting {
  /** By `performance.now()`. */
  readonly due: number;
  readonly finish: (result: Result) => void;
}

/**
 * Speaks on a port (requirements 10 to 17 of docs/PROTOCOL.md).
 *
 * @param handlers by type of message
 * @param failed called if the other end speaks another major version; by then the port is closed and the other end informed
 */
export function openPort(
  { port, instance, version: theirVersion = VERSION }: Paired,
  handlers: ReadonlyMap<string, Handler>,
  failed: (error: CodedError) => void,
): PortEnd {
  /** Our calls, by id. */
  const waiting = new Map<number | undefined, Waiting>();
  /** Their calls, by id: the controller is made on first use. */
  const running = new Map<number | undefined, () => AbortController>();
  /** One timer for all calls, only while there are any: a timer for each took as long as everything else. */
  let timer: ReturnType<typeof setInterval> | undefined;
  let sent = 0;
  let seen = 0;
  let closed = false;

  const send = (type: string, data: unknown, call?: boolean) =>
    port.postMessage({ version: VERSION, instance, id: ++sent, type, data, call } satisfies PortMessage);

  const finish = (result: Result) => waiting.get(result.of)?.finish(result);

  const abandon = (of: number | undefined, code: ErrorCode) => {
    finish({ of: of!, error: codedError(code) });
    send('cancel', { of });
  };

  const abandonOverdue = () => {
    for (const [of, { due }] of waiting) if (due <= performance.now()) abandon(of, 'timeout');
  };

  const answer = async (of: number, type: string, data: unknown) => {
    const handler = handlers.get(type);
    let made: AbortController;
    const controller = () => (made ??= new AbortController());
    const reply = (result: Result) => running.has(of) && send('result', { of, ...result });
    running.set(of, controller);
    try {
      try {
        if (!handler) throw codedError('unknown_method', type);
        reply({ value: await handler(data as never, () => controller().signal) });
      } catch (thrown) {
        // Not the error itself, which would lose its code when cloned. Pages throw anything: undefined, or a DOMException, whose
        // code is a number.
        const { code, message, issues, details } = Object(thrown) as CodedError;
        reply({
          error: { code: typeof code === 'string' ? code : 'failed', message, issues, details } as CodedError,
        });
      }
    } catch {
      // It cannot even be read, or cannot be cloned.
      reply({ error: { code: 'failed' } as CodedError });
    }
    running.delete(of);
  };

  const cancel = (of: number | undefined) => {
    running.get(of)?.().abort();
    running.delete(of);
  };

  const end: PortEnd = {
    call: (type, data, deadline = DEADLINE, signal) =>
      new Promise<Result>((resolve) => {
        if (closed) throw codedError('removed');
        send(type, data, true);
        const of = sent;
        const due = performance.now() + deadline;
        const abort = () => abandon(of, 'cancelled');
        const finish = (result: Result) => {
          signal?.removeEventListener('abort', abort);
          waiting.delete(of);
          if (!waiting.size) timer = void clearInterval(timer);
          resolve(result);
        };
        waiting.set(of, { due, finish });
        timer ??= setInterval(abandonOverdue, TICK);
        signal?.addEventListener('abort', abort);
        if (signal?.aborted) abort();
      }).then(({ value, error }) => {
        // Not in the message listener: making the error throws if its message cannot be turned into a string, which has to
        // reject this call.
        if (error)
          throw codedError(error.code, error.message, { issues: error.issues, details: error.details });
        return value;
      }),
    send,
    close() {
      closed = true;
      port.close();
      for (const of of waiting.keys()) finish({ of: of!, error: codedError('removed') });
      for (const of of running.keys()) cancel(of);
    },
  };

  const refuse = (version: number, type?: string) => {
    const code = 'unsupported_version';
    const message = `Version ${VERSION} cannot talk to ${version}.`;
    if (type !== 'failed') send('failed', { code, message });
    end.close();
    failed(codedError(code, message));
  };

  port.onmessage = ({ data: message }: MessageEvent<unknown>) => {
    // Some engines still deliver what arrived before the port was closed.
    if (closed || !isPortMessage(message) || message.instance !== instance) return;
    const { version, id, type, data, call } = message;
    // Ids only grow, so that nothing can be replayed.
    if (id <= seen) return;
    const result = Object(data) as Result;
    seen = id;
    if (version !== VERSION) {
      refuse(version, type);
    } else if (type === 'result') finish(result);
    else if (type === 'cancel') cancel(result.of);
    else if (call) void answer(id, type, data);
    else void runQuietly(handlers.get(type), data);
  };
  if (theirVersion !== VERSION) refuse(theirVersion);
  return end;
}

/** Runs the handler of a message that is not a call: whatever it throws, nobody waits for it. */
const runQuietly = async (handler: Handler | undefined, data: unknown) => {
  try {
    await handler?.(data as never);
  } catch {
    // The message was of no use.
  }
};
