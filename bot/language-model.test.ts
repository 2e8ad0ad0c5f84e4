import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type LanguageModelServer, startLanguageModelServer } from '../testing/emulators/language-model-server.ts';
import { withDatabase } from '../testing/postgres.ts';
import { createLanguageModel, type LanguageModelOptions } from './language-model.ts';

const database = withDatabase();
const schema = z.object({ answered: z.boolean(), sentences: z.array(z.string()) });
const request = { instructions: '概括', material: '{"section":"学习12次"}', maxTokens: 100 };
const good = { answered: true, sentences: ['学习12次。'] };
const say = JSON.stringify(good);

describe('a language model', () => {
  let server: LanguageModelServer;
  /** Each test has a day of its own. */
  let day = 0;

  beforeAll(async () => {
    server = await startLanguageModelServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.calls.length = 0;
    day += 1;
  });

  const model = (change: Partial<LanguageModelOptions> = {}) =>
    createLanguageModel({
      baseUrl: server.baseUrl,
      apiKey: 'key-1',
      model: 'model-1',
      budget: database.stores.modelBudget,
      dailyLimits: { calls: 100, tokens: 100_000 },
      timeZone: 'Asia/Shanghai',
      clock: { now: () => new Date(Date.UTC(2026, 10, day, 17)) },
      timeoutMs: 5_000,
      ...change,
    });
  const used = async () =>
    (
      await database.database.pool.query(
        'SELECT day::text, calls, tokens::int FROM model_usage ORDER BY day DESC LIMIT 1',
      )
    ).rows[0];

  it('is asked with its key for its answer as JSON', async () => {
    server.behave({ say, tokens: 42 });
    expect(await model().complete(request, schema)).toEqual({ ok: true, value: good });
    expect(server.calls).toEqual([
      { authorization: 'Bearer key-1', model: 'model-1', instructions: '概括', material: { section: '学习12次' } },
    ]);
    // The day is that of the time zone, not of Greenwich.
    expect(await used()).toEqual({ day: `2026-11-${String(day + 1).padStart(2, '0')}`, calls: 1, tokens: 42 });
  });

  it.each([
    ['fenced', `\`\`\`json\n${say}\n\`\`\``],
    ['after thinking aloud', `<think>{这一段…}</think>\n${say}`],
    ['with a word before', `好的：${say}`],
  ])('may give its JSON %s', async (_, words) => {
    server.behave({ say: words });
    expect(await model().complete(request, schema)).toEqual({ ok: true, value: good });
  });

  it('is asked again when its JSON is broken or of another shape', async () => {
    server.behave({ say: '{"answered": tr' }, { say: '{"answered":"是"}' }, { say });
    expect(await model().complete(request, schema)).toEqual({ ok: true, value: good });
    expect((await used()).calls).toBe(3);
  });

  it.each([
    ['never gives JSON', { say: '我不知道' } as const, 'malformed', 3],
    ['gives no message at all', { raw: '{"choices":[]}' } as const, 'malformed', 3],
    ['knows no such key', { status: 401 } as const, 'refused', 1],
    ['finds the request wrong', { status: 400 } as const, 'refused', 1],
    ['keeps failing', { status: 503 } as const, 'unavailable', 3],
    ['asks to wait for an hour', { status: 429, retryAfter: 3600 } as const, 'busy', 1],
    ['sends us elsewhere', { redirect: 'http://127.0.0.1:9/v1/chat/completions' } as const, 'unavailable', 3],
    ['never stops talking', { endless: true } as const, 'unavailable', 3],
  ])('that %s has no answer', async (_, behaviour, code, asked) => {
    server.behave(behaviour);
    expect(await model().complete(request, schema)).toEqual({ ok: false, code });
    expect(server.calls).toHaveLength(asked);
  });

  it('that asks to wait a little is asked again', async () => {
    server.behave({ status: 429, retryAfter: 0 }, { say });
    expect(await model().complete(request, schema)).toEqual({ ok: true, value: good });
  });

  it('that does not answer in time is left', async () => {
    server.behave({ hang: true });
    const began = performance.now();
    expect(await model({ timeoutMs: 300 }).complete(request, schema)).toEqual({ ok: false, code: 'too-slow' });
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('that nobody serves is unavailable', async () => {
    expect(await model({ baseUrl: 'http://127.0.0.1:9/v1' }).complete(request, schema)).toEqual({
      ok: false,
      code: 'unavailable',
    });
  });

  it('is not asked once the budget of the day is spent', async () => {
    server.behave({ say });
    const thrifty = model({ dailyLimits: { calls: 1, tokens: 100_000 } });
    expect((await thrifty.complete(request, schema)).ok).toBe(true);
    expect(await thrifty.complete(request, schema)).toEqual({ ok: false, code: 'budget-spent' });
    const poor = model({ dailyLimits: { calls: 100, tokens: 100 } });
    expect(await poor.complete(request, schema)).toEqual({ ok: false, code: 'budget-spent' });
    expect(server.calls).toHaveLength(1);
  });

  it('costs nothing when it turns a request down', async () => {
    server.behave({ status: 401 });
    await model().complete(request, schema);
    expect((await used()).tokens).toBe(0);
  });
});
