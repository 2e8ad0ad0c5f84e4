import { Client, EventDispatcher, type Logger, WSClient } from '@larksuiteoapi/node-sdk';
import type { FeishuEmulator } from '../../playground/emulator/feishu-emulator.ts';

const silent: Logger = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
  trace: () => undefined,
};

/** The official client, unmodified, talking to an emulator. */
export function sdkClient(emulator: FeishuEmulator, appSecret = emulator.appSecret): Client {
  return new Client({ appId: emulator.appId, appSecret, domain: emulator.url, logger: silent, cache: freshCache() });
}

/** Handlers by event type; what they return is the answer. */
export type SdkHandlers = Readonly<Record<string, (event: Record<string, unknown>) => unknown>>;

/** The official dispatcher with any handlers. */
export function sdkDispatcher(handlers: SdkHandlers, keys: { encryptKey?: string } = {}): EventDispatcher {
  return new EventDispatcher({ ...keys, logger: silent }).register(handlers);
}

export interface SdkConnection {
  readonly client: WSClient;
  /** Errors the client gave up on. */
  readonly failures: Error[];
  close(): void;
}

/** Opens the official long connection and waits until the emulator has it. */
export async function sdkConnection(emulator: FeishuEmulator, handlers: SdkHandlers): Promise<SdkConnection> {
  const before = emulator.connections.count;
  const connection = openSdkConnection(emulator, handlers);
  await emulator.waitFor(() => emulator.connections.count > before);
  return connection;
}

/** The same without waiting, for connections that are meant to fail. */
export function openSdkConnection(emulator: FeishuEmulator, handlers: SdkHandlers, appSecret?: string): SdkConnection {
  const failures: Error[] = [];
  const client = new WSClient({
    appId: emulator.appId,
    appSecret: appSecret ?? emulator.appSecret,
    domain: emulator.url,
    logger: silent,
    onError: (error) => failures.push(error),
  });
  void client.start({ eventDispatcher: sdkDispatcher(handlers) });
  return { client, failures, close: () => client.close({ force: true }) };
}

/** The SDK's own cache is shared by every client of a process. */
function freshCache() {
  const values = new Map<string, unknown>();
  return {
    get: async (key: unknown) => values.get(String(key)),
    set: async (key: unknown, value: unknown) => {
      values.set(String(key), value);
      return true;
    },
  };
}

/** The platform's code, 0 for success, however the SDK reports it: HTTP 200 resolves, HTTP 400 rejects. */
export async function codeOf(call: Promise<unknown>): Promise<number | string> {
  try {
    const answer = (await call) as { code?: number } | null;
    return answer?.code ?? 0;
  } catch (error) {
    const { response, code } = error as { response?: { data?: unknown }; code?: string };
    const data = response?.data;
    if (typeof data === 'object' && data !== null && Symbol.asyncIterator in data) {
      let text = '';
      for await (const chunk of data as AsyncIterable<Buffer>) text += chunk.toString();
      return (JSON.parse(text) as { code: number }).code;
    }
    return (data as { code?: number } | undefined)?.code ?? code ?? 'unknown';
  }
}
