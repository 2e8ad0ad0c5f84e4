import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatEvent } from '../core/chat-event.ts';
import { AppError } from '../core/errors.ts';
import type { Log } from '../core/ports/log.ts';
import { withDatabase } from '../testing/postgres.ts';
import type { Handle } from './index.ts';
import { createIntake } from './intake.ts';

const database = withDatabase();
const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const base = { platform: 'feishu', chatId: 'oc_1', at: '2026-11-20T02:00:00Z' };
const recalled = (eventKey: string, chatId = 'oc_1'): ChatEvent => ({
  ...base,
  type: 'message-recalled',
  eventKey,
  chatId,
  messageId: 'om_1',
});
const clicked = (eventKey: string): ChatEvent => ({
  ...base,
  type: 'card-action',
  eventKey,
  messageId: 'om_1',
  operator: { id: 'ou_1' },
  action: 'recheck',
  value: {},
  form: {},
});
const intakeOf = (handle: Handle) => createIntake({ inbox: database.stores.inbox, handle, log: quiet });
const states = async () =>
  (await database.database.pool.query('SELECT event_key, state, attempts FROM inbox ORDER BY received_at')).rows;

describe('the intake of events', () => {
  beforeEach(async () => {
    await database.database.pool.query('DELETE FROM inbox');
  });

  it('acknowledges an event as soon as it is stored and handles it afterwards, once', async () => {
    const handled: string[] = [];
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const intake = intakeOf(async (event) => ({
      work: async () => {
        await held;
        handled.push(event.eventKey);
      },
    }));
    await intake.sink(recalled('one'));
    await intake.sink(recalled('one'));
    expect(handled).toEqual([]);
    finish();
    await intake.idle();
    expect(handled).toEqual(['one']);
    expect(await states()).toEqual([{ event_key: 'one', state: 'done', attempts: 1 }]);
  });

  it('keeps the order within a chat and does not let one chat wait for another', async () => {
    const handled: string[] = [];
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let otherDone = () => {};
    const other = new Promise<void>((resolve) => {
      otherDone = resolve;
    });
    const intake = intakeOf(async (event) => ({
      work: async () => {
        if (event.eventKey === 'first') await held;
        handled.push(event.eventKey);
        if (event.chatId === 'oc_2') otherDone();
      },
    }));
    await intake.sink(recalled('first'));
    await intake.sink(recalled('second'));
    await intake.sink(recalled('elsewhere', 'oc_2'));
    await other;
    expect(handled).toEqual(['elsewhere']);
    finish();
    await intake.idle();
    expect(handled).toEqual(['elsewhere', 'first', 'second']);
  });

  it('gives an event back when its handler throws, and takes it up again with what others left over', async () => {
    let broken = true;
    const handled: string[] = [];
    const intake = intakeOf(async (event) => {
      if (broken) throw new Error('no luck');
      return {
        work: async () => {
          handled.push(event.eventKey);
        },
      };
    });
    await intake.sink(recalled('unlucky'));
    await intake.idle();
    expect(await states()).toEqual([{ event_key: 'unlucky', state: 'waiting', attempts: 1 }]);
    await database.stores.inbox.store(recalled('of a killed process'));
    // The inbox lets some time pass before another try; here it has passed.
    await database.database.pool.query('UPDATE inbox SET touched_at = now()');
    broken = false;
    await intake.drain(0);
    expect(handled.sort()).toEqual(['of a killed process', 'unlucky']);
    expect((await states()).map((row) => row.state)).toEqual(['done', 'done']);
  });

  it.each(['target-gone', 'not-allowed'] as const)(
    'is done with an event whose answer nobody can get (%s)',
    async (code) => {
      const intake = intakeOf(() => Promise.reject(new AppError(code, '不能回复')));
      await intake.sink(recalled('gone'));
      await intake.idle();
      expect((await states()).map((row) => row.state)).toEqual(['done']);
    },
  );

  it('does not try an event for ever while it drains', async () => {
    const intake = intakeOf(() => Promise.reject(new Error('no luck')));
    await database.stores.inbox.store(recalled('hopeless'));
    await intake.drain(0);
    expect((await states()).map((row) => row.state)).toEqual(['waiting']);
  });

  it('answers a click at once and does its work afterwards', async () => {
    const worked: string[] = [];
    const answer = { toast: { tone: 'info' as const, text: '好的' } };
    const intake = intakeOf(async (event) => ({
      answer,
      work: async () => {
        worked.push(event.eventKey);
      },
    }));
    expect(await intake.sink(clicked('click'))).toEqual(answer);
    expect(await intake.sink(clicked('click'))).toBeUndefined();
    await intake.idle();
    expect(worked).toEqual(['click']);
  });

  it('says so when a click could not be handled', async () => {
    const intake = intakeOf(() => Promise.reject(new Error('no luck')));
    expect(await intake.sink(clicked('click'))).toEqual({
      toast: { tone: 'bad', text: '刚才没有处理成功，请再点一次' },
    });
    await intake.idle();
    expect((await states()).map((row) => row.state)).toEqual(['waiting']);
  });
});
