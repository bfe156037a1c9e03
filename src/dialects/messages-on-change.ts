import type { ChangeMessages } from './dialect.ts';

/** Dialects that have a message for the page when a configuration or its price has changed. */
export const messagesOnChange: Readonly<Record<string, (() => Promise<ChangeMessages>) | undefined>> = {
  quote3d: () => import('./quote3d/messages.ts'),
};
