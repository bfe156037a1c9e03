import { freePort } from './free-port.ts';

/** Playwright reads its configuration again in every worker; the environment carries the ports from the first time over. */
async function origin(variable: string): Promise<string> {
  const port = (process.env[variable] ??= String(await freePort()));
  return `http://127.0.0.1:${port}`;
}

/** Where the companion listens. */
export const companion = await origin('TEST_COMPANION_PORT');
/** A static host whose origin the companion allows. */
export const allowedHost = await origin('TEST_ALLOWED_PORT');
/** The same files on an origin that it does not know. */
export const strangeHost = await origin('TEST_STRANGE_PORT');
