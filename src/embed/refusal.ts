import type { EventMessage } from '../contract/bridge/bridge.ts';
import { openPort } from '../bridge/open-port.ts';
import { pairFrame } from '../bridge/pair-frame.ts';
import { VERSION } from '../bridge/version.ts';
import { emit, uniqueId } from '../element-api/emit.ts';
import { readAddress, type Address } from './read-address.ts';

/**
 * Runs in the page that the companion serves where there is nothing to show (`refusal-page.ts`), and tells what stands there to
 * whoever waits around the frame: in silence nobody could tell it from a companion that is down.
 */
const address = readAddress();
if (!(address instanceof Error) && address.parent !== undefined) await tell(address.parent, address);

async function tell(around: string, { port, attributes }: Address): Promise<void> {
  const main = document.querySelector('main')!;
  const data = { code: main.dataset['code']!, message: main.querySelector('p')!.textContent };
  const instance = attributes['id'] ?? uniqueId();
  emit(main, 'widget.error', data, (detail) => {
    const message: EventMessage = { source: 'quotelet', version: VERSION, instance, ...detail };
    parent.postMessage(message, around);
  });
  if (!port) return;
  const paired = await pairFrame(around);
  openPort(paired.port, paired.instance, new Map(), () => {}, paired.version).tell('failed', data);
}
