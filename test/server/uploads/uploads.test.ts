import { mkdir, readdir, readlink, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { ErrorBody } from '../../../src/contract/error/error-body.ts';
import { housekeeping } from '../../../src/server/jobs/housekeeping.ts';
import { uploadRows } from '../../../src/server/uploads/upload-rows.ts';
import { uploadFolder } from '../../../src/server/uploads/upload-folder.ts';
import { until } from '../support/hook-receiver.ts';
import { cabinet } from '../support/products.ts';
import { describeStores, type Place } from '../support/stores.ts';
import { cabinetItems, cartSubmission, material, width } from '../support/submission.ts';
import { testCompanion, type TestCompanion } from '../support/test-companion.ts';

describeStores('uploads', (place) => {
  let companion: TestCompanion;
  let here: Place;
  const start = async (config = {}): Promise<void> => {
    here = await place();
    companion = await testCompanion(here, { products: [cabinet('http://127.0.0.1:1/')], config });
  };
  afterEach(() => companion.stop());

  const upload = (body: BodyInit, query = 'product=cabinet&feature=sketch&name=plan.pdf') =>
    companion.fetch(`/api/v1/uploads?${query}`, { method: 'POST', body });
  const files = () => readdir(join(here.folder, 'data/uploads')).catch(() => []);
  const startHousekeeping = () =>
    housekeeping({
      store: companion.store,
      uploads: {
        rows: uploadRows(companion.store),
        folder: uploadFolder(join(here.folder, 'data/uploads')),
      },
      log: () => undefined,
      keyKeptFor: 24 * 3600_000,
    });
  const withSketch = (file: string) =>
    cartSubmission({
      items: cabinetItems(
        [material('oak'), width(900), { ID: 'sketch', type: 'file_input', value: file }],
        [],
      ),
    });

  it('takes a file, gives it back as an attachment, and names it in the items', async () => {
    await start();
    const bytes = new Uint8Array(300_000).map((_, index) => index % 251);
    const answer = await upload(
      bytes,
      `product=cabinet&feature=sketch&name=${encodeURIComponent('../My "plan" é.PDF')}`,
    );
    expect(answer.status).toBe(201);
    const file = (await answer.json()) as { file_id: string; name: string; size: number };
    expect(file).toEqual({
      file_id: expect.stringMatching(/^[\w-]{32}$/) as string,
      name: 'My "plan" é.PDF',
      size: 300_000,
    });
    const back = await companion.fetch(`/api/v1/uploads/${file.file_id}`);
    expect(new Uint8Array(await back.arrayBuffer())).toEqual(bytes);
    expect(back.headers.get('content-type')).toBe('application/octet-stream');
    expect(back.headers.get('content-disposition')).toBe(
      `attachment; filename="My__plan___.PDF"; filename*=UTF-8''My%20%22plan%22%20%C3%A9.PDF`,
    );
    const submitted = await companion.post('/api/v1/add-quote', withSketch(file.file_id));
    const { items } = (await submitted.json()) as {
      items: { items: { repetitions: { ID: string }[][] }[] }[];
    };
    expect(items[0]!.items[0]!.repetitions[0]!.find(({ ID }) => ID === 'sketch')).toMatchObject({
      value: file.file_id,
      selected: { ID: file.file_id, name: 'My "plan" é.PDF', custom_properties: { size: 300_000 } },
    });
  });

  it('keeps no file open for a HEAD', async () => {
    await start();
    const { file_id } = (await (await upload(new Uint8Array(1_000_000))).json()) as { file_id: string };
    const stored = join(here.folder, 'data/uploads', file_id);
    const open = async () => {
      const links = await readdir('/proc/self/fd');
      const targets = await Promise.all(links.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
      return targets.filter((target) => target === stored).length;
    };
    for (let index = 0; index < 20; index += 1) {
      const answer = await companion.fetch(`/api/v1/uploads/${file_id}`, { method: 'HEAD' });
      expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '1000000']);
    }
    // Only Linux tells which files are open.
    if (process.platform === 'linux') await until(async () => (await open()) === 0, 'the files to be closed');
  });

  it.each([
    ['product=ghost&feature=sketch&name=a.pdf', 404, 'unknown_product'],
    ['product=cabinet&feature=width&name=a.pdf', 422, 'unknown_feature'],
    ['product=cabinet&name=a.pdf', 422, 'unknown_feature'],
    ['product=cabinet&feature=sketch&name=a.exe', 422, 'wrong_file_type'],
    ['product=cabinet&feature=sketch&name=pdf', 422, 'wrong_file_type'],
    ['product=cabinet&feature=sketch&name=a.pdf.exe', 422, 'wrong_file_type'],
    ['product=cabinet&feature=sketch', 422, 'wrong_file_type'],
  ])('refuses %s', async (query, status, code) => {
    await start();
    const answer = await upload('x', query);
    expect([answer.status, ((await answer.json()) as ErrorBody).error.code]).toEqual([status, code]);
    expect(await files()).toEqual([]);
  });

  it('refuses files that are empty, too large or of unknown size', async () => {
    await start();
    expect((await upload('')).status).toBe(422);
    expect((await upload(new Uint8Array(1_048_577))).status).toBe(413);
    const stream = new Blob(['x']).stream();
    expect(
      (
        await companion.fetch('/api/v1/uploads?product=cabinet&feature=sketch&name=a.pdf', {
          method: 'POST',
          body: stream,
          duplex: 'half',
        } as RequestInit)
      ).status,
    ).toBe(411);
    expect((await upload(new Uint8Array(1_048_576))).status).toBe(201);
    expect((await files()).length).toBe(1);
  });

  it('keeps nothing of an upload that breaks off', async () => {
    await start();
    const { connect } = await import('node:net');
    const { hostname, port } = new URL(companion.base);
    const socket = connect(Number(port), hostname);
    const head =
      'POST /api/v1/uploads?product=cabinet&feature=sketch&name=a.pdf HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n';
    socket.write(`${head}half of it`);
    await until(async () => (await files()).length === 1, 'the upload to begin');
    socket.destroy();
    await until(async () => (await files()).length === 0, 'the half file to go');
    expect(await companion.store.db.selectFrom('uploads').selectAll().execute()).toEqual([]);
  });

  it('takes no more than its quota of files that nobody submitted', async () => {
    await start({ upload_quota_mb: 0.001 });
    expect((await upload(new Uint8Array(600))).status).toBe(201);
    const second = await upload(new Uint8Array(600));
    expect([second.status, ((await second.json()) as ErrorBody).error.code]).toEqual([503, 'uploads_full']);
  });

  it('counts files under way, so that many at once take no more either', async () => {
    await start({ upload_quota_mb: 1 });
    const statuses = await Promise.all(
      Array.from({ length: 12 }, async () => (await upload(new Uint8Array(400_000))).status),
    );
    expect(statuses.sort()).toEqual([201, 201, ...Array<number>(10).fill(503)]);
    expect((await files()).length).toBe(2);
    const [{ file_id } = { file_id: '' }] = (await companion.store.db
      .selectFrom('uploads')
      .select('id as file_id')
      .execute()) as { file_id: string }[];
    await companion.post('/api/v1/add-quote', withSketch(file_id));
    expect((await upload(new Uint8Array(400_000))).status).toBe(201);
  });

  it('gives back the room of an upload that failed', async () => {
    await start({ upload_quota_mb: 1 });
    const { connect } = await import('node:net');
    const { hostname, port } = new URL(companion.base);
    const socket = connect(Number(port), hostname);
    socket.write(
      'POST /api/v1/uploads?product=cabinet&feature=sketch&name=a.pdf HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\nx',
    );
    await until(async () => (await files()).length === 1, 'the upload to begin');
    expect((await upload(new Uint8Array(400_000))).status).toBe(503);
    socket.destroy();
    await until(async () => (await upload(new Uint8Array(400_000))).status === 201, 'room again');
  });

  it('takes no more than its quota of files in all, submitted or not', async () => {
    await start({ upload_total_mb: 0.001 });
    const { file_id } = (await (await upload(new Uint8Array(600))).json()) as { file_id: string };
    expect((await companion.post('/api/v1/add-quote', withSketch(file_id))).status).toBe(201);
    const second = await upload(new Uint8Array(600));
    expect([second.status, ((await second.json()) as ErrorBody).error.code]).toEqual([503, 'storage_full']);
  });

  it('removes what a crash left half written, but nothing that may be under way', async () => {
    await start();
    const folder = join(here.folder, 'data/uploads');
    await mkdir(folder, { recursive: true });
    for (const name of ['old.part', 'new.part', 'whole']) await writeFile(join(folder, name), 'x');
    const before = new Date(Date.now() - 2 * 3600_000);
    for (const name of ['old.part', 'whole']) await utimes(join(folder, name), before, before);
    const housekeeper = startHousekeeping();
    await until(async () => (await files()).length === 2, 'the half file to go');
    housekeeper.stop();
    expect((await files()).sort()).toEqual(['new.part', 'whole']);
  });

  it('refuses a submission with a file that is not there, or that belongs to another question', async () => {
    await start();
    const answer = await companion.post('/api/v1/add-quote', withSketch('A'.repeat(32)));
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as ErrorBody).error.details).toMatchObject([
      { path: 'items[0].items[0].repetitions[0][2].value', code: 'unknown_upload' },
    ]);
    for (const id of ['short', '..%2f..%2fconfig.json', 'B'.repeat(32)]) {
      expect((await companion.fetch(`/api/v1/uploads/${id}`)).status).toBe(404);
    }
  });

  it('answers 404 for a file that is gone from its folder, and says so in the log', async () => {
    await start();
    const { file_id } = (await (await upload('x')).json()) as { file_id: string };
    await rm(join(here.folder, 'data/uploads', file_id));
    const answer = await companion.fetch(`/api/v1/uploads/${file_id}`);
    expect([answer.status, ((await answer.json()) as ErrorBody).error.code]).toEqual([404, 'not_found']);
    expect(companion.logged).toMatchObject([{ level: 'error', event: 'upload_missing' }]);
    expect(JSON.stringify(companion.logged)).not.toContain(file_id);
  });

  it('cuts a long name between characters', async () => {
    await start();
    const name = encodeURIComponent(`${'🪑'.repeat(130)}.pdf`);
    const { file_id } = (await (await upload('x', `product=cabinet&feature=sketch&name=${name}`)).json()) as {
      file_id: string;
    };
    expect((await companion.fetch(`/api/v1/uploads/${file_id}`)).status).toBe(200);
  });

  it('removes after a day what nobody submitted, and keeps the rest', async () => {
    await start();
    const ids = await Promise.all(
      [1, 2].map(async () => ((await (await upload('x')).json()) as { file_id: string }).file_id),
    );
    await companion.post('/api/v1/add-quote', withSketch(ids[0]!));
    await companion.store.write((transaction) =>
      transaction
        .updateTable('uploads')
        .set({ created_at: new Date(Date.now() - 25 * 3600_000).toISOString() })
        .execute(),
    );
    const housekeeper = startHousekeeping();
    await until(async () => (await files()).length === 1, 'the file to go');
    housekeeper.stop();
    expect(await files()).toEqual([ids[0]]);
    expect((await companion.fetch(`/api/v1/uploads/${ids[1]}`)).status).toBe(404);
    expect((await companion.fetch(`/api/v1/uploads/${ids[0]}`)).status).toBe(200);
  });
});
