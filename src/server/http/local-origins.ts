/** The origins under which this machine itself reaches a port. */
export const localOrigins = (port: number): string[] =>
  ['localhost', '127.0.0.1', '[::1]'].map((name) => `http://${name}:${port}`);
