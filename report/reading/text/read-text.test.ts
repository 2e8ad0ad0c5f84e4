import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { decodeText } from './decode.ts';
import { readText } from './read-text.ts';

const sentence = '一年来，我认真履行职责，团结带领班子成员完成了各项任务。';
// "工作总结" and "述职报告" in GBK and Big5: Node decodes these encodings but does not write them.
const gbk = Uint8Array.from(Buffer.from('b9a4d7f7d7dcbde1a3bacaf6d6b0b1a8b8e6', 'hex'));
const big5 = Uint8Array.from(Buffer.from('a475a740c160b5b2a147b17aa6e1b3f8a769a143a7daadcca5fead78a75ba544', 'hex'));
const fourBytes = Uint8Array.from(
  Buffer.from('caf6d6b0b1a8b8e6a3ba9534b2358139ee39cdacd6bec8cfd5e6c2c4d6b0a1a3', 'hex'),
);
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('encodings', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['UTF-8', Buffer.from(sentence), 'utf-8', sentence],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${sentence}`), 'utf-8', sentence],
    ['plain ASCII', Buffer.from('report'), 'utf-8', 'report'],
    ['GBK, though short', gbk, 'gb18030', '工作总结：述职报告'],
    ['GB18030 with signs of four bytes', fourBytes, 'gb18030', '述职报告：𠮷㐀同志认真履职。'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${sentence}`, 'utf16le'), 'utf-16le', sentence],
    ['UTF-16 without a mark', Buffer.from(sentence, 'utf16le'), 'utf-16le', sentence],
    ['big-endian UTF-16 without a mark', utf16be(sentence), 'utf-16be', sentence],
    [
      'UTF-8 cut in the middle of a sign',
      Buffer.from(sentence.repeat(20)).subarray(0, -1),
      'utf-8',
      `${sentence.repeat(20).slice(0, -1)}\ufffd`,
    ],
    ['GBK with a broken byte', Uint8Array.of(...gbk, 0xff), 'gb18030', '工作总结：述职报告\ufffd'],
  ])('%s', (_, bytes, encoding, text) => {
    expect(decodeText(bytes)).toMatchObject({ encoding, text });
  });

  it('Big5', () => {
    expect(decodeText(big5)?.encoding).toBe('big5');
  });

  it('are not guessed for what is no text', () => {
    expect(decodeText(Uint8Array.from({ length: 300 }, (_, index) => (index * 89) % 31))).toBeNull();
  });
});

const paragraphs = (text: string, format: 'txt' | 'md' = 'txt') => {
  const document = readText(new TextEncoder().encode(text), format, defaultLimits);
  expect(document.text).toBe(text.replaceAll('\r\n', '\n'));
  return document.blocks.map(({ start, end }) => document.text.slice(start, end));
};

describe('paragraphs of a text file', () => {
  it('are its lines, blank ones left out', () => {
    expect(paragraphs('标题\r\n\r\n　　第一段。\r\n第二段。\r\n')).toEqual(['标题', '　　第一段。', '第二段。']);
  });

  it('take hand-wrapped lines together without changing the text', () => {
    const wrapped = [
      '关于开展学习的总结',
      '',
      '　　一年来，按照上级部署，我们认真组织',
      '学习活动，围绕中心任务抓好贯彻落实，取',
      '得了新的成效。',
      '　　一、主要做法',
      '　　一是坚持每周集中学习一次，由班子成员',
      '轮流领学，学习之后结合岗位工作开展讨论',
      '，形成心得体会二十余篇。',
    ];
    expect(paragraphs(wrapped.join('\n'))).toEqual([
      '关于开展学习的总结',
      wrapped.slice(2, 5).join('\n'),
      '　　一、主要做法',
      wrapped.slice(6).join('\n'),
    ]);
  });

  it('are not joined in a file whose lines have no common width', () => {
    const lines = [
      '标题',
      '第一段话比较长，讲了很多事情，并且没有结束',
      '第二段话比较短',
      '第三段',
      '第四段话又长了起来，仍然没有句号',
    ];
    expect(paragraphs(lines.join('\n'))).toEqual(lines);
  });
});

describe('a Markdown file', () => {
  it('has headings without their marks, with their level', () => {
    const document = readText(new TextEncoder().encode('# 总结\n\n## 一、做法\n正文'), 'md', defaultLimits);
    expect(
      document.blocks.map(({ start, end, style }) => [document.text.slice(start, end), style?.outlineLevel]),
    ).toEqual([
      ['总结', 0],
      ['一、做法', 1],
      ['正文', undefined],
    ]);
  });

  it('has table rows with cells', () => {
    const text = '| 姓名 | 职务 |\n| --- | --- |\n| 成员甲 | |';
    const { blocks } = readText(new TextEncoder().encode(text), 'md', defaultLimits);
    expect(blocks.map(({ table }) => table?.cells.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['姓名', '职务'],
      ['成员甲', ''],
    ]);
  });
});
