import { codedError } from '../bridge/coded-error.ts';
import { readAddress } from './read-address.ts';
import { refuse } from './refuse.ts';
import { show } from './show.ts';

/**
 * The embed document: shows the element that stands inline on other pages, with everything it says passed on to the page
 * around the frame. Opened as a page of its own, it is one.
 */
const address = readAddress();

// By hand: the document's policy allows no style that stands in it.
document.body.style.margin = '0';
// Room for the outline of what has the focus at the edge; and margins of the content count as its height.
document.querySelector('main')!.style.cssText = 'display:flow-root;padding:4px';

if (address instanceof Error) refuse(address);
else {
  const { theme } = address.attributes;
  if (theme) document.documentElement.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
  show(address).catch(({ code = 'failed', message }: Error & { code?: string }) =>
    refuse(codedError(code, message)),
  );
}
