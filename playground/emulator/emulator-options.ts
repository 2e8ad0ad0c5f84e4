import type { Express } from 'express';
import type { PlatformLimits } from './api/platform.ts';
import type { EmulatorClock } from './clock.ts';
import type { FeishuEmulator } from './feishu-emulator.ts';
import type { ClientConfig } from './long-connection/connections.ts';

export interface EmulatorOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** Where the tenant lives; without it everything is in memory. */
  readonly dataDir?: string;
  readonly clock?: EmulatorClock;
  readonly botName?: string;
  readonly limits?: Partial<PlatformLimits>;
  readonly clientConfig?: Partial<ClientConfig>;
  readonly partBytes?: number;
  readonly ackTimeoutMs?: number;
  readonly repushDelays?: readonly number[];
  /** False: the application lacks im:message.group_msg. */
  readonly allGroupMessages?: boolean;
  readonly random?: () => number;
  /** Refuses telephone numbers and e-mail addresses, as tenants with data-leak prevention do. */
  readonly refusesContacts?: boolean;
  /** Adds further routes to the same server. */
  readonly mount?: (server: Express, emulator: FeishuEmulator) => void;
}

const second = 1000;
/** Waits before the second to the fifth push. */
export const repushSchedule: readonly number[] = [15 * second, 300 * second, 3600 * second, 6 * 3600 * second];
/** Clients come back at once and then every second. */
export const calmReconnect: ClientConfig = {
  ReconnectCount: -1,
  ReconnectInterval: 1,
  ReconnectNonce: 0,
  PingInterval: 120,
};
