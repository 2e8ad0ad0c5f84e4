import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { EmulatorClock } from '../clock.ts';
import type { FaultBook } from '../faults.ts';
import { decodeFrame, encodeFrame, type Frame } from './frame.ts';

/** What clients are told about reconnecting, in seconds. */
export interface ClientConfig {
  readonly ReconnectCount: number;
  readonly ReconnectInterval: number;
  readonly ReconnectNonce: number;
  readonly PingInterval: number;
}

/** What a client said about an event: `data` is its handler's answer. */
export type Acknowledgement =
  | { readonly outcome: 'acknowledged'; readonly data: unknown }
  | { readonly outcome: 'failed'; readonly reason: string };

interface Client {
  readonly socket: WebSocket;
  readonly serviceId: number;
}

export interface ConnectionOptions {
  readonly clock: EmulatorClock;
  readonly faults: FaultBook;
  readonly clientConfig: ClientConfig;
  /** Events longer than this travel in several frames. */
  readonly partBytes: number;
  readonly ackTimeoutMs: number;
  /** 0 to 1; picks the client an event goes to. */
  random(): number;
  onConnect(): void;
  onDisconnect(): void;
}

/** Long connections of the bot's processes. An event goes to one of them, at random. */
export class Connections {
  readonly #options: ConnectionOptions;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  readonly #clients = new Set<Client>();
  readonly #waiting = new Map<string, { client: Client; settle: (answer: Acknowledgement) => void }>();
  readonly #tickets = new Map<string, number>();
  #nextService = 33_554_432;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  get count(): number {
    return this.#clients.size;
  }

  /** A one-time address; service_id must not be its first parameter, or clients read it as 0. */
  ticket(wsBase: string): string {
    const ticket = randomBytes(16).toString('hex');
    const service = this.#nextService++;
    this.#tickets.set(ticket, service);
    return `${wsBase}/ws/v2?fpid=493&aid=552564&device_id=${service}0&access_key=${ticket}&service_id=${service}&ticket=${ticket}`;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const fault = this.#options.faults.take('upgrade');
    const ticket = new URL(request.url ?? '/', 'http://emulator').searchParams.get('ticket') ?? '';
    const serviceId = this.#tickets.get(ticket);
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'handshake-refused') {
      refuse(socket, fault.status, fault.code, fault.msg ?? 'refused');
      return;
    }
    if (serviceId === undefined) {
      refuse(socket, 403, 403, 'ticket is invalid');
      return;
    }
    this.#tickets.delete(ticket);
    this.#server.handleUpgrade(request, socket, head, (webSocket) => this.#welcome({ socket: webSocket, serviceId }));
  }

  /** Pushes to one client and waits for its answer. */
  push(payload: string, type: 'event' | 'card' = 'event'): Promise<Acknowledgement> {
    const open = [...this.#clients];
    const client = open[Math.min(open.length - 1, Math.floor(this.#options.random() * open.length))];
    if (!client) return Promise.resolve({ outcome: 'failed', reason: 'no client is connected' });
    const messageId = randomBytes(16).toString('hex');
    return new Promise((resolve) => {
      const cancel = this.#options.clock.after(this.#options.ackTimeoutMs, () =>
        settle({ outcome: 'failed', reason: 'no answer in time' }),
      );
      const settle = (answer: Acknowledgement): void => {
        cancel();
        this.#waiting.delete(messageId);
        resolve(answer);
      };
      this.#waiting.set(messageId, { client, settle });
      for (const frame of this.#frames(client, payload, messageId, type)) client.socket.send(encodeFrame(frame));
    });
  }

  /** Closes every connection; clients may come back. */
  disconnectAll(): void {
    for (const socket of this.#server.clients) socket.close(1001);
  }

  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #frames(client: Client, payload: string, messageId: string, type: string): Frame[] {
    const bytes = Buffer.from(payload);
    const sum = Math.max(1, Math.ceil(bytes.length / this.#options.partBytes));
    return Array.from({ length: sum }, (_unused, seq) => ({
      seqId: BigInt(seq),
      logId: BigInt(this.#options.clock.now()),
      service: client.serviceId,
      method: 1,
      headers: {
        type,
        message_id: messageId,
        sum: String(sum),
        seq: String(seq),
        trace_id: messageId,
        timestamp: String(this.#options.clock.now()),
        instance_id: 'playground',
      },
      payload: bytes.subarray(seq * this.#options.partBytes, (seq + 1) * this.#options.partBytes),
    }));
  }

  /** A client counts once it sent its first ping: the official one hears nothing before. */
  #welcome(client: Client): void {
    client.socket.on('message', (data: Buffer) => this.#receive(client, data));
    client.socket.on('error', () => client.socket.terminate());
    client.socket.on('close', () => {
      this.#clients.delete(client);
      for (const waiting of [...this.#waiting.values()]) {
        if (waiting.client === client) waiting.settle({ outcome: 'failed', reason: 'connection closed' });
      }
      this.#options.onDisconnect();
    });
  }

  #receive(client: Client, data: Buffer): void {
    let frame: Frame;
    try {
      frame = decodeFrame(data);
    } catch {
      client.socket.close(1007);
      return;
    }
    if (frame.method === 0 && frame.headers.type === 'ping') {
      const payload = Buffer.from(JSON.stringify(this.#options.clientConfig));
      client.socket.send(encodeFrame({ ...frame, headers: { type: 'pong' }, payload }));
      if (this.#clients.has(client)) return;
      this.#clients.add(client);
      this.#options.onConnect();
    } else if (frame.method === 1) {
      this.#waiting.get(frame.headers.message_id ?? '')?.settle(readAnswer(frame.payload));
    }
  }
}

function readAnswer(payload: Buffer): Acknowledgement {
  try {
    const { code, data } = JSON.parse(payload.toString('utf8')) as { code?: number; data?: string };
    if (code !== 200) return { outcome: 'failed', reason: `the client answered ${code}` };
    return {
      outcome: 'acknowledged',
      data: data ? JSON.parse(Buffer.from(data, 'base64').toString('utf8')) : undefined,
    };
  } catch {
    return { outcome: 'failed', reason: 'the answer is not JSON' };
  }
}

function refuse(socket: Duplex, status: number, code: number, msg: string): void {
  const lines = [`Handshake-Status: ${code}`, `Handshake-Msg: ${msg}`, 'Connection: close', 'Content-Length: 0'];
  socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('\r\n')}\r\n\r\n`);
}
