import type { DomainEvent } from '../contract/event/domain-event.ts';
import { messageAbout as iconfigure } from './iconfigure/messages.ts';

/** Dialects whose message to the page the companion writes, because it tells what only the companion knows. */
const dialects: Readonly<Record<string, ((event: DomainEvent) => object) | undefined>> = { iconfigure };

/** The message that goes with the answer to a submission; null where none of these dialects has one. */
export function messageInAnswer(spoken: readonly string[], event: DomainEvent): object | null {
  const write = spoken.map((name) => dialects[name]).find((one) => one !== undefined);
  return write?.(event) ?? null;
}
