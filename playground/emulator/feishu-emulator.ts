import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express, { type NextFunction, type Request, type Response } from 'express';
import { CardTokens } from './api/card-tokens.ts';
import { type Platform, realLimits } from './api/platform.ts';
import { openApiRoutes } from './api/routes.ts';
import { mountRoutes, type RecordedCall } from './api/routing.ts';
import { AccessTokens } from './api/token.ts';
import { type Click, type ClickOutcome, clickCard } from './card-clicks.ts';
import { Changes } from './changes.ts';
import { type EmulatorClock, realClock } from './clock.ts';
import { type Delivery, EventQueue } from './delivery/event-queue.ts';
import { pushToWebhook, verifyWebhook, type WebhookTarget } from './delivery/webhook.ts';
import { calmReconnect, type EmulatorOptions, repushSchedule } from './emulator-options.ts';
import { type Fault, FaultBook, type RouteName } from './faults.ts';
import { type Acknowledgement, Connections } from './long-connection/connections.ts';
import { discoveryRoute } from './long-connection/discovery.ts';
import { Membership, type NewChat } from './membership.ts';
import { People } from './people.ts';
import { RateLimits } from './rate-limits.ts';
import { directoryBlobs, memoryBlobs } from './state/blobs.ts';
import { fileJournal, memoryJournal } from './state/journal.ts';
import type { MemberRecord, MessageRecord } from './state/records.ts';
import { World } from './state/world.ts';

export type { EmulatorOptions } from './emulator-options.ts';

const recorded = 5000;

/** A Feishu tenant with one bot, on a local port: the part of the open platform that the project uses. */
export class FeishuEmulator {
  readonly world: World;
  readonly people: People;
  readonly membership: Membership;
  readonly connections: Connections;
  readonly events: EventQueue;
  /** Pushes and calls of the bot, oldest first; the last few thousand of each are kept. */
  readonly deliveries: Delivery[] = [];
  readonly calls: RecordedCall[] = [];
  readonly clock: EmulatorClock;
  readonly #faults = new FaultBook();
  readonly #accessTokens = new AccessTokens();
  readonly #cardTokens: CardTokens;
  readonly #ackTimeoutMs: number;
  readonly #changes = new Changes();
  readonly #connectionWatchers = new Set<() => void>();
  #target: 'websocket' | WebhookTarget = 'websocket';
  #server: Server | null = null;
  #url = '';

  private constructor(options: EmulatorOptions) {
    this.clock = options.clock ?? realClock;
    this.#ackTimeoutMs = options.ackTimeoutMs ?? 3000;
    this.#cardTokens = new CardTokens(this.clock);
    const { dataDir } = options;
    const journal = dataDir === undefined ? memoryJournal() : fileJournal(dataDir);
    const blobs = dataDir === undefined ? memoryBlobs() : directoryBlobs(join(dataDir, 'files'));
    this.world = new World(journal, blobs, options.botName ?? '催稿');
    this.world.onChange(() => this.#changes.happened());
    this.connections = new Connections({
      clock: this.clock,
      faults: this.#faults,
      clientConfig: { ...calmReconnect, ...options.clientConfig },
      partBytes: options.partBytes ?? 128 * 1024,
      ackTimeoutMs: this.#ackTimeoutMs,
      random: options.random ?? Math.random,
      onConnect: () => {
        this.#connectionsChanged();
        this.events.flush();
      },
      onDisconnect: () => this.#connectionsChanged(),
    });
    this.events = new EventQueue({
      world: this.world,
      clock: this.clock,
      repushDelays: options.repushDelays ?? repushSchedule,
      reachable: () => this.#target !== 'websocket' || this.connections.count > 0,
      push: (payload) => this.#push(payload),
      onDelivery: (delivery) => {
        this.deliveries.push(delivery);
        if (this.deliveries.length > recorded) this.deliveries.shift();
        this.#changes.happened();
      },
    });
    const emit = (body: Record<string, unknown>): void => void this.events.add(body);
    const { world, clock } = this;
    this.people = new People({ world, clock, allGroupMessages: options.allGroupMessages ?? true, emit });
    this.membership = new Membership(world, clock, emit);
  }

  static async start(options: EmulatorOptions = {}): Promise<FeishuEmulator> {
    const emulator = new FeishuEmulator(options);
    try {
      await emulator.#listen(options);
    } catch (error) {
      emulator.world.close();
      throw error;
    }
    return emulator;
  }

  /** What the bot takes as FEISHU_DOMAIN, without a trailing slash. */
  get url(): string {
    return this.#url;
  }

  get appId(): string {
    return this.world.app.appId;
  }

  get appSecret(): string {
    return this.world.app.appSecret;
  }

  get encryptKey(): string {
    return this.world.app.encryptKey;
  }

  get verificationToken(): string {
    return this.world.app.verificationToken;
  }

  get botId(): string {
    return this.world.app.botId;
  }

  /** Where events and callbacks go from now on; what waits goes there at once. */
  pushTo(target: 'websocket' | WebhookTarget): void {
    this.#target = target;
    this.events.flush();
  }

  /** Whether an address answers the challenge that is sent when it is entered. */
  verifyWebhook(target: WebhookTarget): Promise<boolean> {
    return verifyWebhook(target, this.world.app.verificationToken, this.clock);
  }

  /** The next `times` calls of a route go wrong. */
  fail(route: RouteName, fault: Fault, times = 1, skip = 0): void {
    this.#faults.add(route, fault, times, skip);
  }

  /** Calls `watch` whenever a bot connects or leaves. */
  onConnectionChange(watch: () => void): void {
    this.#connectionWatchers.add(watch);
  }

  revokeTokens(): void {
    this.#accessTokens.revoke();
  }

  addChat(chat: NewChat): { id: string; members: MemberRecord[] } {
    return this.membership.addChat(chat);
  }

  /** Messages of a chat, oldest first. */
  messages(chatId: string): MessageRecord[] {
    return this.world.messagesOf(chatId);
  }

  userClicks(messageId: string, memberId: string, click: Click): Promise<ClickOutcome> {
    const { world, clock } = this;
    const push = (payload: string): Promise<Acknowledgement> => this.#push(payload);
    return clickCard(messageId, memberId, click, { world, clock, cardTokens: this.#cardTokens, push });
  }

  /** Pushes an event again, delivered or not, all at once. */
  async deliverAgain(eventId: string, times = 1): Promise<Acknowledgement[]> {
    return Promise.all(Array.from({ length: times }, () => this.events.pushOnce(eventId)));
  }

  /** Resolves with the first truthy value of `look`, which is asked after every change. */
  waitFor<T>(look: () => T | null | undefined | false, timeoutMs = 10_000): Promise<T> {
    return this.#changes.waitFor(look, timeoutMs);
  }

  async close(): Promise<void> {
    this.events.close();
    this.connections.close();
    const server = this.#server;
    if (server) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
    this.world.close();
  }

  async #listen(options: EmulatorOptions): Promise<void> {
    const app = express();
    app.disable('x-powered-by');
    app.use(['/open-apis', '/callback'], express.json({ limit: '1mb' }));
    const platform: Platform = {
      world: this.world,
      clock: this.clock,
      limits: { ...realLimits, ...options.limits },
      rates: new RateLimits(),
      accessTokens: this.#accessTokens,
      cardTokens: this.#cardTokens,
      p2pChat: (memberId) => this.membership.p2pChat(memberId),
      refusesContacts: options.refusesContacts ?? false,
      allGroupMessages: options.allGroupMessages ?? true,
    };
    const discovery = discoveryRoute(this.connections, { ...calmReconnect, ...options.clientConfig });
    mountRoutes(app, [discovery, ...openApiRoutes], {
      faults: this.#faults,
      platform,
      record: (call) => {
        this.calls.push(call);
        if (this.calls.length > recorded) this.calls.shift();
      },
      answered: () => this.#changes.happened(),
    });
    options.mount?.(app, this);
    app.use((_error: unknown, _request: Request, response: Response, next: NextFunction) => {
      if (response.headersSent) next(_error);
      else response.status(400).json({ code: 9499, msg: 'Bad Request' });
    });
    const server = createServer(app);
    server.on('upgrade', (request, socket, head) => this.connections.upgrade(request, socket, head));
    this.#server = server;
    const host = options.host ?? '127.0.0.1';
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, host, resolve);
    });
    const { port } = server.address() as AddressInfo;
    this.#url = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
  }

  #push(payload: string): Promise<Acknowledgement> {
    if (this.#target === 'websocket') return this.connections.push(payload);
    return pushToWebhook(this.#target, payload, { clock: this.clock, timeoutMs: this.#ackTimeoutMs });
  }

  #connectionsChanged(): void {
    for (const watch of this.#connectionWatchers) watch();
    this.#changes.happened();
  }
}
