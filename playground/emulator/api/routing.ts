import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { Express, Request, Response } from 'express';
import type { Fault, FaultBook, RouteName } from '../faults.ts';
import type { Platform } from './platform.ts';
import { Refusal } from './refusals.ts';

export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly headers: IncomingHttpHeaders;
  /** The request itself, for uploads. */
  readonly stream: Readable;
}

/** Bytes instead of JSON. */
export class FileAnswer {
  readonly bytes: Buffer;
  readonly mime: string;
  readonly name: string;

  constructor(bytes: Buffer, mime: string, name: string) {
    this.bytes = bytes;
    this.mime = mime;
    this.name = name;
  }
}

/** JSON that does not stand under `data`. */
export class PlainAnswer {
  readonly body: object;

  constructor(body: object) {
    this.body = body;
  }
}

export interface Route {
  readonly name: RouteName;
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  readonly path: string;
  /** Calls without a tenant token are let in. */
  readonly open?: boolean;
  /** Returns the answer's `data`. */
  handle(call: Call, platform: Platform): object | Promise<object>;
}

/** One call the bot made, for assertions. */
export interface RecordedCall {
  readonly route: RouteName;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly at: number;
  status: number;
  code: number;
}

export interface RoutingOptions {
  readonly faults: FaultBook;
  readonly platform: Platform;
  record(call: RecordedCall): void;
  /** Called after each call was dealt with. */
  answered(): void;
}

export function mountRoutes(server: Express, routes: readonly Route[], options: RoutingOptions): void {
  for (const route of routes) {
    server[route.method](route.path, async (request: Request, response: Response) => {
      await answer(route, request, response, options);
    });
  }
}

async function answer(route: Route, request: Request, response: Response, options: RoutingOptions): Promise<void> {
  const { platform, faults } = options;
  const call: Call = {
    params: strings(request.params),
    query: strings(request.query),
    body: request.body,
    headers: request.headers,
    stream: request,
  };
  const record: RecordedCall = {
    route: route.name,
    path: request.path,
    query: call.query,
    body: call.body,
    at: platform.clock.now(),
    status: 0,
    code: 0,
  };
  options.record(record);
  const fault = faults.take(route.name);
  if (fault?.kind === 'hang') return;
  let status = 200;
  let body: object;
  try {
    if (fault) applyBefore(fault, response, platform);
    if (!route.open) {
      const now = platform.clock.now();
      platform.accessTokens.check(request.headers.authorization, now);
      if (!platform.rates.take(`api ${route.name}`, platform.limits.callsPerSecond, now)) throw tooMany(response, 1);
    }
    body = wrap(await route.handle(call, platform));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    status = error.status;
    body = { code: error.code, msg: error.message, ...error.body };
    record.code = error.code;
  }
  record.status = status;
  options.answered();
  if (fault?.kind === 'response-lost') {
    request.socket.destroy();
    return;
  }
  send(response, status, body, fault, platform);
}

function strings(values: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function wrap(result: object): object {
  if (result instanceof FileAnswer) return result;
  if (result instanceof PlainAnswer) return result.body;
  return { code: 0, msg: 'success', data: result };
}

function tooMany(response: Response, resetSeconds: number): Refusal {
  response.set('x-ogw-ratelimit-limit', '50');
  response.set('x-ogw-ratelimit-reset', String(resetSeconds));
  return new Refusal(99991400, { status: 429 });
}

function applyBefore(fault: Fault, response: Response, platform: Platform): void {
  if (fault.kind === 'rate-limited') throw tooMany(response, fault.resetSeconds ?? 1);
  if (fault.kind === 'refuse') {
    const detail = fault.msg ? { detail: fault.msg } : {};
    throw new Refusal(fault.code, { status: fault.status ?? 400, body: { data: {} }, ...detail });
  }
  if (fault.kind === 'no-data') throw new Refusal(0, { status: 200 });
  if (fault.kind === 'token-revoked') platform.accessTokens.revoke();
}

function send(response: Response, status: number, body: object, fault: Fault | null, platform: Platform): void {
  response.status(status).set('x-tt-logid', platform.clock.now().toString(36));
  let bytes: Buffer;
  if (body instanceof FileAnswer) {
    response.set('Content-Type', body.mime);
    response.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(body.name)}`);
    bytes = body.bytes;
  } else {
    response.set('Content-Type', 'application/json; charset=utf-8');
    bytes = Buffer.from(JSON.stringify(body));
  }
  response.set('Content-Length', String(bytes.length));
  if (fault?.kind === 'truncate') {
    response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.destroy());
  } else if (fault?.kind === 'slow') {
    drip(response, bytes, fault.chunkBytes, fault.everyMs, platform);
  } else {
    Readable.from([bytes], { objectMode: false }).pipe(response);
  }
}

function drip(response: Response, bytes: Buffer, size: number, everyMs: number, platform: Platform): void {
  if (response.destroyed) return;
  if (bytes.length <= size) {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, size));
  platform.clock.after(everyMs, () => drip(response, bytes.subarray(size), size, everyMs, platform));
}
