import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileStore } from '../core/ports/stores.ts';
import { diskFileStore, s3FileStore } from './file-store.ts';

let folder: string;
let server: Server;
const objects = new Map<string, Buffer>();

/** As much of S3 as the store needs: objects by path, a 404 with S3's own words. */
const startObjectServer = (): Promise<void> => {
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.method === 'PUT') objects.set(path, Buffer.concat(chunks));
      else if (request.method === 'DELETE') objects.delete(path);
      const found = objects.get(path);
      if (request.method !== 'GET') response.writeHead(request.method === 'DELETE' ? 204 : 200).end();
      else if (found) response.writeHead(200, { 'Content-Length': found.length }).end(found);
      else {
        response.writeHead(404, { 'Content-Type': 'application/xml' });
        response.end('<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>no</Message></Error>');
      }
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuigao-files-'));
  await startObjectServer();
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const stores: [string, () => Promise<FileStore>][] = [
  ['disk', async () => diskFileStore(folder)],
  [
    'S3',
    () =>
      s3FileStore({
        bucket: 'cuigao',
        region: 'us-east-1',
        accessKeyId: 'key',
        secretAccessKey: 'secret',
        endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      }),
  ],
];

describe.each(stores)('files on %s', (_name, open) => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);

  it('come back byte for byte until they are removed', async () => {
    const files = await open();
    await files.put('uploads/one', bytes);
    await files.put('uploads/one', bytes);
    expect(await files.get('uploads/one')).toEqual(bytes);
    await files.remove('uploads/one');
    expect(await files.get('uploads/one')).toBeNull();
    await files.remove('uploads/one');
  });

  it.each(['../out', '/etc/passwd', 'a//b', 'a/../b', '', '报告.docx', 'a\0b'])('refuse the key %j', async (key) => {
    const files = await open();
    await expect(files.get(key)).rejects.toMatchObject({ code: 'bad-request' });
    await expect(files.put(key, bytes)).rejects.toMatchObject({ code: 'bad-request' });
  });
});

it('writes nothing outside its folder', async () => {
  await diskFileStore(folder).put('uploads/two', Uint8Array.of(1));
  expect(await readdir(folder)).toEqual(['uploads']);
});

it('a store that cannot be reached is worth another try', async () => {
  const files = await s3FileStore({
    bucket: 'cuigao',
    region: 'us-east-1',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
    endpoint: 'http://127.0.0.1:9',
  });
  await expect(files.get('uploads/one')).rejects.toMatchObject({ code: 'unavailable', retryable: true });
});
