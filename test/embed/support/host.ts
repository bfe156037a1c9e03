import type { PortMessage } from '../../../src/contract/bridge/bridge.ts';
import type { Handler } from '../../../src/bridge/handler.ts';
import type { PortEnd } from '../../../src/bridge/port-end.ts';
import { openPort } from '../../../src/bridge/open-port.ts';
import { arrive, farWindow } from '../../bridge/support/windows.ts';
import { quiet } from '../../bridge/support/said.ts';

export const SHOP = 'https://shop.test';
const instance = 'i';

/** The page around the frame and its end of the port, played by hand. */
export class Host {
  readonly window = farWindow();
  /** On the port, by the frame, oldest first. */
  readonly said: PortMessage[] = [];
  readonly #channel = new MessageChannel();
  #id = 0;

  constructor() {
    this.#channel.port1.onmessage = ({ data }) => void this.said.push(data as PortMessage);
  }

  /** Answers the hello of the frame. */
  async pair(version = 1): Promise<void> {
    const pair = { source: 'quotelet', version, type: 'pair', instance };
    arrive(pair, this.window, SHOP, [this.#channel.port2]);
    await quiet();
  }

  /** In place of pairing: the frame's end of the port. */
  open(handlers = new Map<string, Handler>()): PortEnd {
    return openPort({ port: this.#channel.port2, instance }, handlers, () => {});
  }

  async send(type: string, data?: unknown, more: object = {}): Promise<void> {
    this.#channel.port1.postMessage({ version: 1, instance, id: ++this.#id, type, data, ...more });
    await quiet();
  }

  /** @returns the result, as far as there is one */
  async call(type: string, data?: unknown): Promise<unknown> {
    await this.send(type, data, { call: true });
    const of = this.#id;
    return this.of('result').find(({ data }) => (data as { of: number }).of === of)?.data;
  }

  /** Answers the last call of this type. */
  async answer(type: string, result: object): Promise<void> {
    await this.send('result', { of: this.of(type).at(-1)!.id, ...result });
  }

  of(type: string): PortMessage[] {
    return this.said.filter((message) => message.type === type);
  }

  /** What plain listeners on the page hear. */
  get heard(): unknown[] {
    return this.window.heard.map(({ message }) => message);
  }

  /** It is gone, without a word. */
  leave(): void {
    this.#channel.port1.onmessage = null;
    this.#channel.port1.close();
  }
}
