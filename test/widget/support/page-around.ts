import type { EventMessage } from '../../../src/contract/bridge/bridge.ts';
import type { HostPage } from '../../../src/element-api/host-page.ts';

/** A fake of the page around a frame. It records what it is told, and may prevent submissions. */
export class PageAround implements HostPage {
  readonly url: string;
  readonly posted: unknown[] = [];
  readonly tracked: object[] = [];
  readonly asked: unknown[] = [];
  allowed = true;

  constructor(url = 'https://shop.example/table?a=1') {
    this.url = url;
  }

  post(message: unknown): void {
    this.posted.push(message);
  }

  track(entry: object): void {
    this.tracked.push(entry);
  }

  allows(submission: unknown): Promise<boolean> {
    this.asked.push(submission);
    return Promise.resolve(this.allowed);
  }

  /** Posted messages that are our own events. */
  get events(): EventMessage[] {
    return this.posted.filter(isOurs);
  }

  /** Posted messages in other dialects. */
  get dialects(): unknown[] {
    return this.posted.filter((message) => !isOurs(message));
  }
}

const isOurs = (message: unknown): message is EventMessage =>
  typeof message === 'object' && (message as EventMessage | null)?.source === 'quotelet';
