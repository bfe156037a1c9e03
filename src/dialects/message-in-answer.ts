import type { DomainEvent } from '../contract/event/domain-event.ts';
import { messageAbout as iconfigure } from './iconfigure/message-about.ts';

/** Writers of the messages that tell what only the companion knows, by dialect: those that `inAnswer` lists. */
export const messageWriters: Readonly<Record<string, ((event: DomainEvent) => object) | undefined>> = {
  iconfigure,
};

/** The message to the page that goes with the answer to a submission; null where no dialect spoken has one. */
export function messageInAnswer(spoken: readonly string[], event: DomainEvent): object | null {
  const write = spoken.map((name) => messageWriters[name]).find((one) => one !== undefined);
  return write?.(event) ?? null;
}
