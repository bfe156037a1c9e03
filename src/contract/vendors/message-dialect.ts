import { z } from 'zod';

/** Systems in whose words a product can talk to the page around it (docs/dialects.md). */
export const MessageDialect = z.enum(['iconfigure', 'quote3d', 'elfsquad']);
