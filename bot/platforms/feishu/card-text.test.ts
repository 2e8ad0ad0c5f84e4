import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Inline } from '../../../core/reply.ts';
import { clip, clipRich, toFaint, toMarkdown, toPlain } from './card-text.ts';

const html = (...text: Inline[]): string => marked.parse(toMarkdown(text), { async: false }).trim();

describe('as CommonMark reads it', () => {
  it.each([
    ['between Chinese words', ['共', { bold: '3处' }, '要改'], '<p>共<strong>3处</strong>要改</p>'],
    ['in quotation marks', ['写', { bold: '“三严三实”' }, '时'], '<p>写<strong>\u200b“三严三实”\u200b</strong>时</p>'],
    ['of brackets', ['见', { bold: '（一）' }, '段'], '<p>见<strong>\u200b（一）\u200b</strong>段</p>'],
    ['with spaces at its ends', ['见', { bold: ' 甲 ' }, '段'], '<p>见<strong>甲</strong>段</p>'],
    ['of asterisks', [{ bold: '**' }], '<p><strong>\u200b**\u200b</strong></p>'],
    ['of nothing', ['见', { bold: '' }, '段'], '<p>见段</p>'],
  ] as [string, Inline[], string][])('bold text %s is bold', (_name, text, expected) => {
    expect(html(...text)).toBe(expected);
  });

  it('a line ends where the text ends one', () => {
    expect(html('第一行\n第二行')).toBe('<p>第一行<br>第二行</p>');
  });

  it.each([
    '# 一级\n## 二级',
    '- 甲\n- 乙',
    '1. 甲\n2. 乙',
    '1) 甲',
    '> 引',
    '甲\n===',
    '甲\n---',
    '***',
    '```\n码\n```',
    '<b>粗</b><script>x</script>',
    '[a]: https://evil.example',
    '[点](https://evil.example "题")',
    '![图](https://evil.example/x.png)',
    '<https://evil.example>',
    'https://evil.example www.evil.example a@evil.example',
    '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |',
    '__粗__ *斜* ~~删~~ `码`',
    '&lt;at id=all&gt; &amp;',
    '\\*甲\\*',
    'a  \n    b',
  ])('%j stays text', (text) => {
    expect(html(text).replaceAll(/<\/?p>|<br>/gu, '')).not.toMatch(/<[a-z]/u);
  });
});

describe('clipping', () => {
  it.each([
    ['一二三', 3, '一二三'],
    ['一二三四', 3, '一二…'],
    ['一😀二三', 3, '一…'],
  ])('%s to %i is %s', (text, length, expected) => {
    expect(clip(text, length)).toBe(expected);
  });

  it('cuts words, never a link or a mention', () => {
    const text: Inline[] = [{ bold: '一二三' }, { link: '四五六七', href: 'https://example.com' }, '八'];
    expect(clipRich(text, 100)).toEqual(text);
    expect(clipRich(text, 5)).toEqual([{ bold: '一二三' }, '…']);
    expect(clipRich(text, 2)).toEqual([{ bold: '一…' }]);
    expect(clipRich([{ mention: 'ou_a' }, { mention: 'ou_b' }], 15)).toEqual([{ mention: 'ou_a' }, '']);
  });
});

it('grey text keeps what has a colour of its own', () => {
  const text: Inline[] = ['应写 ', { bold: '党建' }, { tinted: '缺', tone: 'bad' }, { faint: '依据' }];
  expect(toFaint(text)).toBe(
    "<font color='grey'>应写 **党建**</font><font color='red'>缺</font><font color='grey'>依据</font>",
  );
  expect(toPlain(text)).toBe('应写 党建缺依据');
});
