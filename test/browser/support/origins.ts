import { freePort } from './free-port.ts';

/** Every Playwright worker reads the configuration again, so the environment keeps the ports. */
async function origin(variable: string, host: string): Promise<string> {
  const port = (process.env[variable] ??= String(await freePort()));
  return `http://${host}:${port}`;
}

/** The companion's origin, by the name that it uses itself. */
export const companion = await origin('TEST_COMPANION_PORT', 'localhost');
/** The demo's pages again, on an origin of their own. */
export const demoShop = await origin('TEST_SHOP_PORT', 'localhost');
/** A static host whose origin the companion allows. */
export const allowedHost = await origin('TEST_ALLOWED_PORT', '127.0.0.1');
/** The same files on an origin that the companion does not know. */
export const strangeHost = await origin('TEST_STRANGE_PORT', '127.0.0.1');
