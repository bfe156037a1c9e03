import { join } from 'node:path';
import { loadRun } from './command/load-run.ts';

/** `npm start` in a checkout: builds the browser files if need be, starts the companion and prints one line with its address. */
const run = await loadRun();
const variables = { ...process.env };
// `npm start` is for trying it out. A service that runs this file itself is in production unless told.
if (variables['npm_lifecycle_event'] === 'start') variables['QUOTELET_ENV'] ||= 'development';
await run(join(import.meta.dirname, '../..'), variables);
