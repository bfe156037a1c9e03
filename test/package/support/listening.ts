import type { ChildProcess } from 'node:child_process';
import { ended, type Ended } from './run-program.ts';

export interface Listening {
  /** `http://127.0.0.1:8787` */
  readonly address: string;
  readonly end: Promise<Ended>;
}

/** Waits until a companion says where it listens. @throws Error with what it said where it ends instead. */
export async function listening(child: ChildProcess): Promise<Listening> {
  const end = ended(child);
  const port = new Promise<string>((resolve) => {
    let said = '';
    child.stdout!.on('data', (text: string) => {
      said += text;
      const found = /^Quotelet listens on http:\/\/localhost:(\d+)/m.exec(said);
      if (found) resolve(found[1]!);
    });
  });
  const refused = end.then(({ code, out, error }) => {
    throw new Error(`It ended with ${code}:\n${out}${error}`);
  });
  // When it ends later, as it is meant to, nobody asks any more.
  refused.catch(() => undefined);
  return { address: `http://127.0.0.1:${await Promise.race([port, refused])}`, end };
}
