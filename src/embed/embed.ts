import { codedError, type CodedError } from '../element-api/coded-error.ts';
import { readAddress } from './read-address.ts';
import { refuse } from './refuse.ts';
import { show } from './show.ts';

/**
 * The embed document: shows the element as it stands inline on other pages, and passes everything it says on to the page
 * around the frame. It can also be opened as a page of its own.
 */
const address = readAddress();

// Set by script, because the document's policy allows no style in its markup.
document.body.style.margin = '0';
// Room for focus outlines at the edge; `flow-root` makes margins of the content count towards its height.
document.querySelector('main')!.style.cssText = 'display:flow-root;padding:4px';

if (address instanceof Error) refuse(address);
else {
  const { theme } = address.attributes;
  if (theme) document.documentElement.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
  show(address).catch(({ code = 'failed', message }: Error & Partial<CodedError>) =>
    refuse(codedError(code, message)),
  );
}
