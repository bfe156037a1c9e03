import type { EventMessage } from '../../../src/contract/bridge/bridge.ts';
import type { HostPage } from '../../../src/element-api/host-page.ts';

/** The page around a frame, as a test plays it: what it was told, and whether it lets submissions through. */
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

  /** Messages that are events of ours. */
  get events(): EventMessage[] {
    return this.posted.filter(isOurs);
  }

  /** Messages in the words of others. */
  get dialects(): unknown[] {
    return this.posted.filter((message) => !isOurs(message));
  }
}

const isOurs = (message: unknown): message is EventMessage =>
  typeof message === 'object' && (message as EventMessage | null)?.source === 'quotelet';
