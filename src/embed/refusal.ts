import { openPort } from '../bridge/open-port.ts';
import { pairFrame } from '../bridge/pair-frame.ts';
import { VERSION } from '../bridge/version.ts';
import type { EventMessage } from '../contract/bridge/bridge.ts';
import { emit } from '../element-api/emit.ts';
import type { ErrorCode } from '../element-api/element-error-code.ts';
import { uniqueId } from '../element-api/unique-id.ts';
import { readAddress, type Address } from './read-address.ts';

/**
 * Runs in the page that the companion serves if there is nothing to show (`refusal-page.ts`), and reports what the page says
 * to the page around the frame, which could not tell silence from a companion that is down.
 */
const address = readAddress();
if (!(address instanceof Error) && address.parent !== undefined) await report(address.parent, address);

async function report(parentOrigin: string, { port, attributes }: Address): Promise<void> {
  const main = document.querySelector('main')!;
  const data = { code: main.dataset['code'] as ErrorCode, message: main.querySelector('p')!.textContent };
  const instance = attributes['id'] ?? uniqueId();
  emit(main, 'widget.error', data, (detail) => {
    const message: EventMessage = { source: 'quotelet', version: VERSION, instance, ...detail };
    parent.postMessage(message, parentOrigin);
  });
  if (!port) return;
  openPort(await pairFrame(parentOrigin), new Map(), () => {}).send('failed', data);
}
