import type * as lark from '@larksuiteoapi/node-sdk';
import type { PlatformState } from '../../../core/ports/chat-platform.ts';
import type { Log } from '../../../core/ports/log.ts';
import { redact, sdkLogger } from './log.ts';
import { type Envelope, envelopeSchema } from './schema.ts';
import { EventDispatcher, LoggerLevel, WSClient } from './sdk.ts';

export interface LongConnectionOptions {
  readonly appId: string;
  readonly appSecret: string;
  readonly domain: string;
  readonly http: lark.HttpInstance;
  /** Milliseconds: first and longest wait before a new start, and how long unconnected is too long. */
  readonly timing?: {
    firstWait?: number;
    longestWait?: number;
    deafAfter?: number;
    look?: number;
    /** How long an answer to a ping may take; must be shorter than the platform's time between pings. */
    pingAnswer?: number;
  };
}

export interface LongConnection {
  /** Resolves when connected for the first time, or after ten seconds of trying. */
  start(): Promise<void>;
  stop(): void;
  state(): PlatformState;
}

const handshakeMs = 15_000;
const firstConnectMs = 10_000;

/**
 * The SDK's long connection under a supervisor. The SDK reconnects by itself after a lost socket; it gives up for good
 * on most refusals, and may hang. Then a fresh client is started, waiting longer each time.
 */
export const createLongConnection = (
  options: LongConnectionOptions,
  take: (envelope: Envelope) => Promise<unknown>,
  log: Log,
): LongConnection => {
  const {
    firstWait = 1_000,
    longestWait = 60_000,
    deafAfter = 45_000,
    look = 5_000,
    pingAnswer = 30_000,
  } = options.timing ?? {};
  const dispatcher = new RawDispatcher(take, log);
  let client: lark.WSClient | null = null;
  let stopped = true;
  let failed = false;
  let failures = 0;
  let restart: NodeJS.Timeout | undefined;
  let watchdog: NodeJS.Timeout | undefined;
  let lastConnected = 0;
  let ready: () => void = () => {};

  const connected = (): void => {
    failed = false;
    failures = 0;
    lastConnected = Date.now();
    log.info({}, 'feishu-connected');
    ready();
  };

  const launch = (): void => {
    const own = new WSClient({
      appId: options.appId,
      appSecret: options.appSecret,
      domain: options.domain,
      httpInstance: options.http,
      logger: sdkLogger(log),
      loggerLevel: LoggerLevel.warn,
      handshakeTimeoutMs: handshakeMs,
      wsConfig: { pingTimeout: pingAnswer / 1_000 },
      onReady: () => own === client && connected(),
      onReconnected: () => own === client && connected(),
      onReconnecting: () => log.warn({}, 'feishu-connection-lost'),
      onError: (error) => {
        if (own !== client) return;
        failed = true;
        log.error({ why: redact(error.message) }, 'feishu-connection-refused');
        relaunch();
      },
    });
    client = own;
    lastConnected = Date.now();
    own.start({ eventDispatcher: dispatcher }).catch((error: unknown) => {
      log.error({ why: redact(String(error)) }, 'feishu-connection-not-started');
      if (own === client) relaunch();
    });
  };

  const relaunch = (): void => {
    if (stopped || restart !== undefined) return;
    const wait = Math.min(longestWait, firstWait * 2 ** failures++) * (0.75 + Math.random() / 2);
    restart = setTimeout(() => {
      restart = undefined;
      client?.close({ force: true });
      launch();
    }, wait);
  };

  const watch = (): void => {
    if (client?.getConnectionStatus().state === 'connected') lastConnected = Date.now();
    else if (Date.now() - lastConnected > deafAfter && restart === undefined) {
      log.error({ seconds: Math.round((Date.now() - lastConnected) / 1000) }, 'feishu-connection-deaf');
      relaunch();
    }
  };

  return {
    async start() {
      if (!stopped) return;
      stopped = false;
      const firstConnect = new Promise<void>((resolve) => {
        ready = resolve;
        setTimeout(resolve, firstConnectMs).unref();
      });
      launch();
      watchdog = setInterval(watch, look);
      watchdog.unref();
      await firstConnect;
    },
    stop() {
      stopped = true;
      clearTimeout(restart);
      clearInterval(watchdog);
      restart = undefined;
      const last = client;
      client = null;
      last?.close({ force: true });
      ready();
    },
    state() {
      if (stopped) return 'disconnected';
      const state = client?.getConnectionStatus().state;
      if (state === 'connected') return 'connected';
      return failed ? 'failed' : 'connecting';
    },
  };
};

/** Hands events over as they came; the SDK's own dispatcher merges header and event and lets names clash. */
class RawDispatcher extends EventDispatcher {
  readonly #take: (envelope: Envelope) => Promise<unknown>;
  readonly #log: Log;

  constructor(take: (envelope: Envelope) => Promise<unknown>, log: Log) {
    super({ logger: sdkLogger(log), loggerLevel: LoggerLevel.warn });
    this.#take = take;
    this.#log = log;
  }

  override async invoke(data: unknown): Promise<unknown> {
    const envelope = envelopeSchema.safeParse(data);
    if (!envelope.success) {
      this.#log.warn({}, 'feishu-event-not-version-2');
      return undefined;
    }
    return this.#take(envelope.data);
  }
}
