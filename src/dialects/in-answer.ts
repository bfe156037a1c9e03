import type { MessageDialect } from './dialect.ts';

/**
 * Dialects whose message about a submission comes with the companion's answer, each with the code that writes it where there
 * is none: no page with a companion fetches that.
 */
export const inAnswer: Readonly<Record<string, (() => Promise<{ messages: MessageDialect }>) | undefined>> = {
  iconfigure: () => import('./iconfigure/messages.ts'),
};
