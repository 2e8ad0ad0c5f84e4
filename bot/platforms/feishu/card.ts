import type { Inline, Reply, ReplyBlock, RichText } from '../../../core/reply.ts';
import { type Allowance, renderBlock, tableAsList, type Way } from './card-blocks.ts';
import { type CardElement, markdown, plainText } from './card-element.ts';
import { clip, clipRich, colourOf, lineBreak, toMarkdown, toPlain } from './card-text.ts';

/** Card JSON 2.0. */
export interface FeishuCard {
  readonly schema: '2.0';
  readonly config: { readonly update_multi: true; readonly summary: { readonly content: string } };
  readonly header: Record<string, unknown>;
  readonly body: { readonly elements: readonly CardElement[] };
}

/** The platform refuses more than 30 KB, measured after its own encoding; the margin is for what it adds. */
export const cardBytes = 27_000;
/** The platform refuses more than 200; every object with a tag is counted here. */
export const cardElements = 180;
/** Five are documented, the fourth was seen refused. */
const cardTables = 3;

const templates = { bad: 'red', warn: 'orange', good: 'green', info: 'blue', progress: 'grey' } as const;

/** From everything to next to nothing; the first that fits is taken. Counts of items and rows, lengths in characters. */
const allowances: readonly Allowance[] = [
  { shown: 30, folded: 200, item: 600, detail: 600, rows: 200, paragraph: 6_000, charts: true },
  { shown: 30, folded: 200, item: 600, detail: 600, rows: 200, paragraph: 6_000, charts: false },
  { shown: 15, folded: 80, item: 300, detail: 200, rows: 100, paragraph: 3_000, charts: false },
  { shown: 12, folded: 50, item: 200, detail: 160, rows: 60, paragraph: 2_000, charts: false },
  { shown: 12, folded: 30, item: 160, detail: 120, rows: 40, paragraph: 1_500, charts: false },
  { shown: 12, folded: 20, item: 120, detail: 100, rows: 30, paragraph: 1_200, charts: false },
  { shown: 10, folded: 12, item: 100, detail: 80, rows: 20, paragraph: 800, charts: false },
  { shown: 8, folded: 8, item: 80, detail: 60, rows: 10, paragraph: 500, charts: false },
  { shown: 5, folded: 4, item: 60, detail: 40, rows: 5, paragraph: 300, charts: false },
  { shown: 3, folded: 0, item: 40, detail: 0, rows: 3, paragraph: 200, charts: false },
];

/** A reply as a card within the platform's limits; what does not fit is folded, then counted and left out. */
export const renderCard = (reply: Reply): FeishuCard => {
  const blocks = withFewTables(reply.blocks);
  const way = wayToTheRest(reply);
  for (const allowance of allowances) {
    const card = frame(
      reply,
      blocks.flatMap((block) => renderBlock(block, allowance, way)),
    );
    if (fits(card)) return card;
  }
  return renderSimpleCard(reply);
};

/** Header and words alone, for when the platform refuses the full card. */
export const renderSimpleCard = (reply: Reply, options: { mentions: boolean } = { mentions: true }): FeishuCard => {
  const lines = reply.blocks.flatMap(blockLines).map((line) => (options.mentions ? line : line.filter(isNoMention)));
  for (let count = lines.length, longest = 2_000; count > 0; count = Math.floor(count * 0.7), longest *= 0.8) {
    const shown = lines.slice(0, count).map((line) => toMarkdown(clipRich(line, longest)));
    const left = lines.length - count;
    if (left > 0) shown.push(`还有 ${left} 行没有列出，${wayToTheRest(reply)}`);
    const card = frame(reply, [markdown(shown.join(lineBreak))]);
    if (fits(card)) return card;
  }
  return frame(reply, []);
};

const isNoMention = (part: Inline): boolean => typeof part === 'string' || !('mention' in part || 'mentionAll' in part);

/** Bare words, for when no card passes. Nothing in it is markup or a mention. */
export const renderText = (reply: Reply): string => {
  const lines = [reply.title, reply.subtitle ?? '', ...reply.blocks.flatMap(blockLines).map((line) => toPlain(line))];
  const text = lines.filter((line) => line.trim() !== '').join('\n');
  return clip(text.replace(/</gu, '＜').replace(/\]\(/gu, ']（').replace(/\*\*/gu, '＊＊'), 6_000);
};

/** UTF-8 bytes of the request's content field, which holds the card as a JSON string. */
export const measureCard = (card: FeishuCard): { bytes: number; elements: number } => ({
  bytes: Buffer.byteLength(JSON.stringify(JSON.stringify(card))),
  elements: countTags(card),
});

const fits = (card: FeishuCard): boolean => {
  const size = measureCard(card);
  return size.bytes <= cardBytes && size.elements <= cardElements;
};

const countTags = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const own = 'tag' in value ? 1 : 0;
  return Object.values(value).reduce<number>((sum, item) => sum + countTags(item), own);
};

const frame = (reply: Reply, elements: readonly CardElement[]): FeishuCard => {
  const title = clip(reply.title, 120);
  const tags = reply.tags.slice(0, 3).map((tag) => ({
    tag: 'text_tag',
    text: plainText(clip(tag.text, 30)),
    color: tag.tone === 'plain' ? 'neutral' : colourOf(tag.tone),
  }));
  return {
    schema: '2.0',
    config: {
      update_multi: true,
      summary: { content: [title, ...reply.tags.slice(0, 1).map((tag) => clip(tag.text, 30))].join(' · ') },
    },
    header: {
      title: plainText(title),
      ...(reply.subtitle ? { subtitle: plainText(clip(reply.subtitle, 200)) } : {}),
      ...(tags.length > 0 ? { text_tag_list: tags } : {}),
      template: templates[reply.tone],
    },
    body: { elements: elements.length > 0 ? elements : [markdown(toMarkdown([title]))] },
  };
};

/** Tables beyond the limit become lists. */
const withFewTables = (blocks: readonly ReplyBlock[]): ReplyBlock[] => {
  let tables = 0;
  return blocks.map((block) => {
    if (block.kind !== 'table' || ++tables <= cardTables) return block;
    return tableAsList(block);
  });
};

const wayToTheRest = (reply: Reply): Way => {
  const leaves = reply.blocks.flatMap((block) => (block.kind === 'fold' ? block.blocks : [block]));
  const actions = leaves.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  const all = actions.find((action) => action.label.includes('全部'));
  return all === undefined ? '卡片放不下；改好上面这些再发一次，就会列出。' : `点“${all.label}”可看。`;
};

const blockLines = (block: ReplyBlock): RichText[] => {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'facts':
      return [[block.facts.map((fact) => `${fact.label} ${fact.value}`).join(' ｜ ')]];
    case 'list':
      return [
        ...(block.heading ? [[{ bold: block.heading }]] : []),
        ...block.items.map((item, index) => [
          block.numbered ? `${index + 1} ` : '· ',
          ...item.text,
          ...(item.detail ? ['　', ...item.detail] : []),
        ]),
      ];
    case 'progress':
      return [[`${block.label} ${block.done}/${block.total}`]];
    case 'table':
      return blockLines(tableAsList(block));
    case 'fold':
      return [[{ bold: block.title }], ...block.blocks.flatMap(blockLines)];
    case 'divider':
    case 'actions':
    case 'form':
      return [];
  }
};
