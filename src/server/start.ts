import { join } from 'node:path';
import { loadRun } from './command/load-run.ts';

/** `npm start` in a checkout: builds what is missing, starts the companion, prints one line with its address. */
const run = await loadRun();
const variables = { ...process.env };
// Whoever types `npm start` here tries it out; a service that runs this file says nothing and is in production.
if (variables['npm_lifecycle_event'] === 'start') variables['QUOTELET_ENV'] ||= 'development';
await run(join(import.meta.dirname, '../..'), variables);
