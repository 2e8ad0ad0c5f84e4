import { afterEach, describe, expect, it } from 'vitest';
import { type Reply, type ReplyInput, replySchema } from '../../../core/reply.ts';
import { checkCard } from '../../../playground/emulator/cards/check-card.ts';
import { type FeishuBench, openFeishuBench } from '../../../testing/benches/feishu.ts';
import { cardBytes, measureCard, renderCard } from './card.ts';

const parts = [
  { label: '合格', count: 4, tone: 'good' as const },
  { label: '待改', count: 0, tone: 'warn' as const },
  { label: '未交', count: 5 },
];
const roster = (more: ReplyInput['blocks'] = [], counts = parts): Reply =>
  replySchema.parse({
    tone: 'info',
    title: '收稿进度',
    blocks: [{ kind: 'progress', label: '已交', done: 4, total: 9, parts: counts }, ...more],
  });
const elementsOf = (card: { readonly body: { readonly elements: readonly { readonly tag: string }[] } }) =>
  card.body.elements as readonly { readonly tag: string; readonly [key: string]: unknown }[];
const bar = '已交　**4/9**　▓▓▓▓▓▓░░░░░░';

describe('progress on a card', () => {
  it('is a count and a chart of what it is made of, of the platform’s own form', () => {
    const card = renderCard(roster());
    expect(checkCard(card, { knowsPerson: () => true, knowsImage: () => true })).toBeNull();
    const [count, chart, ...rest] = elementsOf(card);
    expect([count?.content, chart?.tag, rest]).toEqual(['已交　**4/9**', 'chart', []]);
    expect(chart?.chart_spec).toMatchObject({
      type: 'bar',
      stack: true,
      data: {
        values: [
          { row: '', part: '合格 4', count: 4 },
          { row: '', part: '未交 5', count: 5 },
        ],
      },
      color: { domain: ['合格 4', '未交 5'] },
    });
  });

  it.each([
    ['where nobody is asked', { kind: 'progress' as const, label: '已交', done: 0, total: 0, parts: [] }],
    ['where nothing is said of its parts', { kind: 'progress' as const, label: '打包', done: 1, total: 2 }],
  ])('is a bar %s', (_, block) => {
    const card = renderCard(replySchema.parse({ tone: 'info', title: '进度', blocks: [block] }));
    expect(elementsOf(card).map(({ tag }) => tag)).toEqual(['markdown']);
  });

  it('is a bar where the card would be too large with the chart, and nothing else is left out for it', () => {
    const paragraphs = (size: number) =>
      Array.from({ length: 3 }, () => ({ kind: 'text' as const, text: ['满'.repeat(size)] }));
    const cards = Array.from({ length: 40 }, (_, step) => renderCard(roster(paragraphs(2_300 + step * 20))));
    const second = cards.map((card) => elementsOf(card)[1]?.tag);
    const switched = cards[second.indexOf('markdown')] as ReturnType<typeof renderCard>;
    expect([second[0], elementsOf(switched)[0]?.content]).toEqual(['chart', bar]);
    expect(
      elementsOf(switched)
        .slice(1)
        .every(({ content }) => !String(content).includes('…')),
    ).toBe(true);
    for (const card of cards) expect(measureCard(card).bytes).toBeLessThanOrEqual(cardBytes);
  });
});

describe('a chart that the platform refuses', () => {
  let bench: FeishuBench;
  afterEach(() => bench.close());

  it('is sent again as a bar on the same card', async () => {
    bench = await openFeishuBench();
    bench.emulator.fail('send', { kind: 'refuse', code: 230099, msg: 'ErrCode: 200550; chart spec invalid' });
    const block = { kind: 'facts' as const, facts: [{ label: '合格', value: '4' }] };
    await bench.platform.send({ chatId: bench.chatId }, roster([block]), 'key');
    const [message, ...more] = bench.emulator.messages(bench.chatId).filter(({ fromBot }) => fromBot);
    expect(more).toEqual([]);
    const elements = elementsOf(JSON.parse(message?.content ?? '{}'));
    expect([elements[0]?.content, elements.map(({ tag }) => tag)]).toEqual([bar, ['markdown', 'column_set']]);
  });
});
