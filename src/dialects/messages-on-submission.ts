import type { SubmissionMessages } from './dialect.ts';

/**
 * Dialects that have a message for the page when a submission has succeeded, in the order in which they are posted.
 * `stored`: the companion has it, and its answer brings along the messages of `messagesInAnswer`.
 */
export const messagesOnSubmission: Readonly<
  Record<string, (stored: boolean) => Promise<SubmissionMessages> | undefined>
> = {
  iconfigure: (stored) => (stored ? undefined : import('./iconfigure/messages.ts')),
  quote3d: () => import('./quote3d/messages.ts'),
  elfsquad: () => import('./elfsquad/messages.ts'),
};
