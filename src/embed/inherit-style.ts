import type { PortEnd } from '../bridge/port-end.ts';

/** What an element inherits on its page, as far as a frame can follow it. */
const inherited = [
  ...'font-family font-size line-height color direction'.split(' '),
  ...'accent on-accent surface text muted border radius gap font focus danger ok'
    .split(' ')
    .map((name) => `--quotelet-${name}`),
];

/** Gives the document the style that the element on the host's page inherits. */
export async function inheritStyle(end: PortEnd): Promise<void> {
  const values = (await end.call('style', ['color-scheme', ...inherited])) as string[];
  // A frame with another colour scheme than its page is not transparent.
  document.documentElement.style.colorScheme = values[0] ?? '';
  inherited.forEach((name, index) => document.body.style.setProperty(name, values[index + 1] ?? ''));
}
