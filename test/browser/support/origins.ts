import { freePort } from './free-port.ts';

/** Playwright reads its configuration again in every worker; the environment carries the ports from the first time over. */
async function origin(variable: string, host: string): Promise<string> {
  const port = (process.env[variable] ??= String(await freePort()));
  return `http://${host}:${port}`;
}

/** Where the companion listens, by the name it gives itself. */
export const companion = await origin('TEST_COMPANION_PORT', 'localhost');
/** The demo's pages again, as a shop on an origin of its own. */
export const demoShop = await origin('TEST_SHOP_PORT', 'localhost');
/** A static host whose origin the companion allows. */
export const allowedHost = await origin('TEST_ALLOWED_PORT', '127.0.0.1');
/** The same files on an origin that it does not know. */
export const strangeHost = await origin('TEST_STRANGE_PORT', '127.0.0.1');
