import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { openStore } from '../../../src/server/database/open-store.ts';
import { hookReceiver, until } from '../support/hook-receiver.ts';
import { cabinet } from '../support/products.ts';
import { describeStores } from '../support/stores.ts';
import { quoteSubmission } from '../support/submission.ts';
import { merchantFolder } from '../support/test-companion.ts';

const entry = join(import.meta.dirname, '../support/companion-process.ts');

// Real processes on a busy machine take their time.
vi.setConfig({ testTimeout: 90_000 });

describeStores('a companion that is killed', (place, kind) => {
  const running: ChildProcess[] = [];
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });

  /** Starts a real process; resolves with its address, or its message where it refuses. */
  async function run(
    variables: Record<string, string>,
  ): Promise<{ child: ChildProcess; address: string; said: string }> {
    const child = spawn(process.execPath, [entry], { env: { ...process.env, ...variables }, stdio: 'pipe' });
    running.push(child);
    let out = '';
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await until(() => out.includes('\n') || child.exitCode !== null, 'the companion to start');
    return { child, address: out.trim().replace('localhost', '127.0.0.1'), said };
  }
  const gone = (child: ChildProcess): Promise<void> =>
    until(() => child.exitCode !== null || child.signalCode !== null, 'the process to end');

  it('has lost nothing that it answered, and sends after its restart what it never got to', async () => {
    const here = await place();
    const receiver = await hookReceiver();
    receiver.status = 0;
    const variables = await merchantFolder(here, { products: [cabinet(`${receiver.url}/hook`)] });
    const first = await run(variables);
    const send = (address: string, key: string): Promise<Response> =>
      fetch(`${address}/api/v1/add-quote`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(quoteSubmission()),
      });
    // Eight webhooks hang at the endpoint, all that it may have at once; the ninth has to wait its turn.
    await Promise.all(Array.from({ length: 8 }, (_, index) => send(first.address, `hanging-${index}`)));
    await receiver.arrived(8);
    const answer = await send(first.address, 'last');
    const text = await answer.text();
    first.child.kill('SIGKILL');
    expect(answer.status).toBe(201);
    await gone(first.child);
    expect(receiver.hooks.length).toBe(8);

    receiver.status = 200;
    const second = await run(variables);
    const hooks = await receiver.arrived(9);
    const { quotation_id, quotation_number } = JSON.parse(text) as Record<string, unknown>;
    expect(JSON.parse(hooks[8]!.body)).toMatchObject({ event: 'quotation.created', data: { quotation_id } });
    expect(await (await send(second.address, 'last')).text()).toBe(text);
    const next = (await (await send(second.address, 'next')).json()) as Record<string, unknown>;
    expect(next['quotation_number']).toBe((quotation_number as number) + 1);
    await receiver.arrived(10);
    second.child.kill('SIGTERM');
    await gone(second.child);
    expect(second.child.exitCode).toBe(0);

    const store = await openStore({ folder: variables['QUOTELET_DATA']!, databaseUrl: here.databaseUrl });
    const states = await store.db
      .selectFrom('deliveries')
      .select(['status', 'reason'])
      .orderBy('created_at')
      .execute();
    await store.close();
    await receiver.close();
    expect(states.length).toBe(10);
    expect(states.slice(8).map(({ status }) => status)).toEqual(['delivered', 'delivered']);
    // On PostgreSQL they could be in the hands of another machine, and are given up a minute later.
    const given = kind === 'sqlite' ? 'failed' : 'sending';
    expect(states.slice(0, 8).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => given));
  });

  it(kind === 'sqlite' ? 'keeps its data folder to itself' : 'shares its database with others', async () => {
    const here = await place();
    const variables = await merchantFolder(here, { products: [cabinet('http://127.0.0.1:1/')] });
    await run(variables);
    const second = await run(variables);
    if (kind === 'postgres') {
      expect(second.address).toMatch(/^http/);
      return;
    }
    await gone(second.child);
    expect([second.child.exitCode, second.said]).toEqual([
      1,
      expect.stringContaining('in use by another process'),
    ]);
  });
});
