/** Everything that comes out of a port, from now on, and a way to wait until nothing more comes. */
export function listen(port: MessagePort): { said: unknown[]; quiet: () => Promise<void> } {
  const said: unknown[] = [];
  port.onmessage = ({ data }) => said.push(data);
  return { said, quiet };
}

/** Messages take turns of the event loop, handlers some more. */
export async function quiet(): Promise<void> {
  for (let i = 0; i < 6; i++) await new Promise((resolve) => setImmediate(resolve));
}
