import type { Response } from 'express';
import type { FeishuEmulator } from '../emulator/feishu-emulator.ts';
import type { PlaygroundEvent } from '../web-api.ts';
import { messageView, stateView } from './views.ts';

const keepAliveMs = 25_000;

/** Server-sent events: whatever changes reaches every open page. */
export class EventStream {
  readonly #pages = new Set<Response>();
  readonly #keepAlive: NodeJS.Timeout;

  constructor(emulator: FeishuEmulator) {
    emulator.world.onChange((change) => {
      if (change.kind === 'chats') this.#send({ type: 'state', state: stateView(emulator) });
      else {
        const message = messageView(emulator.world, change.message);
        this.#send({ type: change.isNew ? 'message' : 'message-updated', message });
      }
    });
    emulator.onConnectionChange(() => this.#send({ type: 'state', state: stateView(emulator) }));
    this.#keepAlive = setInterval(() => {
      for (const page of this.#pages) page.write(': still here\n\n');
    }, keepAliveMs);
    this.#keepAlive.unref();
  }

  open(response: Response): void {
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    response.write('retry: 1000\n\n');
    this.#pages.add(response);
    response.on('close', () => this.#pages.delete(response));
  }

  close(): void {
    clearInterval(this.#keepAlive);
    for (const page of this.#pages) page.end();
  }

  #send(event: PlaygroundEvent): void {
    const line = `data: ${JSON.stringify(event)}\n\n`;
    for (const page of this.#pages) page.write(line);
  }
}
