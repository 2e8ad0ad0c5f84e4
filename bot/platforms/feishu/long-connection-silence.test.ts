import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { createLongConnection } from './long-connection.ts';

it('leaves a connection that has gone silent for a new one', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const second = new Promise<void>((resolve) => {
    server.on('connection', () => server.clients.size > 0 && ++connections === 2 && resolve());
  });
  let connections = 0;
  const { port } = server.address() as AddressInfo;
  const config = { PingInterval: 60, ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 0 };
  const data = { URL: `ws://127.0.0.1:${port}/?device_id=1&service_id=1`, ClientConfig: config };
  const http = { request: async () => ({ code: 0, msg: '', data }) };
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const connection = createLongConnection(
    {
      appId: 'cli_0123456789abcdef',
      appSecret: 's',
      domain: 'http://127.0.0.1:1',
      http: http as never,
      timing: { pingAnswer: 50 },
    },
    async () => ({}),
    silent,
  );
  await connection.start();
  await second;
  connection.stop();
  server.close();
  expect(connections).toBe(2);
});
