import type { Block } from '../../../core/report-document.ts';
import type { Span } from '../../../core/span.ts';
import type { Remark, Rule, RuleInput } from '../rule.ts';
import { everySection } from '../sections.ts';

/** Points of the customary sizes 二号 and 三号. */
const sizes = { title: 22, body: 16 };
const margins = { top: 37, bottom: 35, left: 28, right: 26 };
const sides = { top: '上', bottom: '下', left: '左', right: '右' } as const;
/** Millimetres and points by which a measure may differ. */
const tolerance = { margin: 3, size: 0.6 };

const right = { fontEastAsia: '仿宋_GB2312', size: 16, line: { value: 28, rule: 'exact' as const } };
const a4 = { width: 210, height: 297, margins: { top: 37, right: 26, bottom: 35, left: 28 } };

export const rule: Rule = {
  meta: {
    id: 'layout',
    title: '版式与公文格式不符',
    basis: '《党政机关公文格式》（GB/T 9704—2012）',
    severity: 'hint',
    fragile: 'spacing',
    asked: 'layout',
    examples: {
      good: [
        {
          text: '认真履行职责，完成各项任务。\n持续改进作风。',
          style: right,
          page: a4,
          requirements: { layout: true },
        },
        { text: '认真履行职责，完成各项任务。', style: { ...right, size: 10.5 }, page: a4 },
      ],
      bad: [
        {
          text: '认真履行职责，完成各项任务，群众比较满意。\n持续改进作风，严格要求自己，工作有了起色。',
          style: { fontEastAsia: '宋体', size: 10.5, line: { value: 1, rule: 'auto' } },
          page: { ...a4, margins: { top: 25, right: 32, bottom: 25, left: 32 } },
          requirements: { layout: true },
          found: ['认真履行职责，完成各', '认真履行职责，完成各', '认真履行职责，完成各', '认真履行职责，完成各'],
        },
      ],
    },
  },
  check: (input) =>
    input.document.format === 'docx' ? [...page(input), ...title(input), ...headings(input), ...body(input)] : [],
};

const place = ({ start, end }: Span): Span => ({ start, end: Math.min(end, start + 10) });

function* page({ document }: RuleInput): Iterable<Remark> {
  const { layout, blocks } = document;
  const first = blocks[0];
  if (layout === undefined || first === undefined) return;
  if (Math.abs(layout.width - 210) > tolerance.margin || Math.abs(layout.height - 297) > tolerance.margin) {
    yield {
      ...place(first),
      message: `纸张是 ${Math.round(layout.width)}×${Math.round(layout.height)} 毫米，公文用 A4（210×297）`,
    };
  }
  const off = (Object.keys(sides) as (keyof typeof sides)[]).filter(
    (side) => Math.abs(layout.margins[side] - margins[side]) > tolerance.margin,
  );
  if (off.length === 0) return;
  const said = off
    .map((side) => `${sides[side]} ${Math.round(layout.margins[side])}（应 ${margins[side]}）`)
    .join('、');
  yield { ...place(first), message: `页边距与公文格式不同，单位毫米：${said}` };
}

function* title({ document, structure }: RuleInput): Iterable<Remark> {
  const found = structure.title;
  const block =
    found === null ? undefined : document.blocks.find(({ start, end }) => start <= found.start && found.start < end);
  const { size, fontEastAsia } = block?.style ?? {};
  if (block === undefined) return;
  if (size !== undefined && Math.abs(size - sizes.title) > tolerance.size) {
    yield { ...place(block), message: `标题是 ${size} 磅，公文标题用二号（22 磅）` };
  }
  if (fontEastAsia !== undefined && !/小标宋|宋/.test(fontEastAsia)) {
    yield { ...place(block), message: `标题是${fontEastAsia}，公文标题用小标宋` };
  }
}

const fonts: readonly { readonly level: number; readonly font: RegExp; readonly name: string }[] = [
  { level: 1, font: /黑体|SimHei/, name: '黑体' },
  { level: 2, font: /楷/, name: '楷体' },
];

function* headings({ document, structure }: RuleInput): Iterable<Remark> {
  const blockAt = new Map(document.blocks.map((block) => [block.start, block]));
  for (const { level, font, name } of fonts) {
    const wrong = [...everySection(structure.sections)]
      .filter((section) => section.level === level && section.mode === 'block')
      .flatMap((section) => blockAt.get(section.heading.start) ?? [])
      .filter(({ style }) => style?.fontEastAsia !== undefined && !font.test(style.fontEastAsia));
    yield* together(wrong, () => `${level === 1 ? '一' : '二'}级标题一般用${name}`);
  }
}

function* body({ document, structure }: RuleInput): Iterable<Remark> {
  const headed = new Set(
    [...everySection(structure.sections)].filter(({ mode }) => mode === 'block').map(({ heading }) => heading.start),
  );
  const text = document.blocks.filter(
    (block) =>
      block.kind === 'paragraph' &&
      block.part === 'body' &&
      block.end - block.start >= 20 &&
      !headed.has(block.start) &&
      block.start !== structure.title?.start,
  );
  yield* together(
    text.filter(({ style }) => style?.fontEastAsia !== undefined && !/仿宋|FangSong/i.test(style.fontEastAsia)),
    (block) => `正文是${block.style?.fontEastAsia}，公文正文用仿宋`,
  );
  yield* together(
    text.filter(({ style }) => style?.size !== undefined && Math.abs(style.size - sizes.body) > tolerance.size),
    (block) => `正文是 ${block.style?.size} 磅，公文正文用三号（16 磅）`,
  );
  yield* together(
    text.filter(
      ({ style }) =>
        style?.line !== undefined && (style.line.rule === 'auto' || style.line.value < 26 || style.line.value > 31),
    ),
    () => '正文行距一般设固定值 28 磅左右',
  );
}

function* together(blocks: readonly Block[], message: (block: Block) => string): Iterable<Remark> {
  const [first, ...others] = blocks;
  if (first === undefined) return;
  const more = others.length === 0 ? '' : `（共 ${blocks.length} 段）`;
  yield { ...place(first), also: others.map(place), message: `${message(first)}${more}` };
}
