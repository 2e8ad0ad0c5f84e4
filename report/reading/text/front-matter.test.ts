import { expect, it } from 'vitest';
import { readDocument } from '../read-document.ts';

const blocksOf = async (text: string, fileName: string) => {
  const outcome = await readDocument(new TextEncoder().encode(text), { fileName });
  if (!outcome.ok) throw new Error(outcome.message);
  expect(outcome.document.text).toBe(text);
  return outcome.document.blocks.map(({ start, end }) => text.slice(start, end));
};

it.each([
  [
    'a YAML head is no text, but its title is the title',
    '---\nsource:\n- 网站\ntitle: 2026年工作报告\n---\n\n一、回顾\n正文。\n',
    ['2026年工作报告', '一、回顾', '正文。'],
  ],
  ['a head without a title leaves the text', '---\nsource: 网站\n---\n一、回顾\n', ['一、回顾']],
  ['a line between paragraphs is no head', '---\n各位同志：\n---\n正文。\n', ['各位同志：', '正文。']],
  ['remarks show nothing', '总结\n\n<!-- 来源 -->\n\n正文。\n', ['总结', '正文。']],
])('%s', async (_, text, blocks) => {
  expect(await blocksOf(text, 'a.md')).toEqual(blocks);
});
