import type { MessageDialect } from './dialect.ts';
import { messages as elfsquad } from './elfsquad/messages.ts';
import { messages as quote3d } from './quote3d/messages.ts';

/**
 * Dialects of messages that the browser writes whether there is a companion or not, by the name under which a product lists
 * them, in the order in which they speak. All together, because each alone is too small to be worth a request.
 */
export const messageDialects: Readonly<Record<string, MessageDialect>> = { quote3d, elfsquad };
