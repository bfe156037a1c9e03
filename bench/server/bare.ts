import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';

/**
 * What the companion is measured against, a process of its own: one route that reads a JSON body, stores it durably as it
 * is, and answers 201. It judges nothing, prices nothing, sends nothing.
 *
 * Usage: `node bare.ts FILE`; prints its address. `/sink` swallows webhooks.
 */
const database = new DatabaseSync(process.argv[2]!);
database.exec('pragma journal_mode = wal; pragma synchronous = full;');
database.exec('create table submissions (id integer primary key, body text not null)');
const insert = database.prepare('insert into submissions (body) values (?)');

const app = new Hono();
app.post('/submissions', async (c) => {
  const body: unknown = await c.req.json();
  const { lastInsertRowid } = insert.run(JSON.stringify(body));
  return c.json({ id: Number(lastInsertRowid) }, 201);
});
app.post('/sink', async (c) => {
  await c.req.arrayBuffer();
  return c.body(null, 204);
});

const listener = getRequestListener(app.fetch);
const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
