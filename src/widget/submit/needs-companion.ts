import type { PublishedButton } from '../../contract/published/published-output.ts';

/** Whether a button takes a companion. All others do no more than tell the page. */
export const needsCompanion = ({ triggers }: Pick<PublishedButton, 'triggers'>) =>
  triggers.pdf || triggers.email || triggers.webhook;
