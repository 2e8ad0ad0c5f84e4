import { describe, expect, it } from 'vitest';
import { markdownConverter } from './markdown-dialect.ts';

const convert = markdownConverter({ viewerId: 'u1', nameOf: (id) => (id === 'u2' ? '成员乙' : '成员甲') });
const inside = (markdown: string): string =>
  convert(markdown)
    .trim()
    .replace(/^<p>([\s\S]*)<\/p>$/u, '$1');

describe('Feishu markdown', () => {
  it.each([
    ['a mention without quotes', '<at id=u2></at>', '<span class="mention">@成员乙</span>'],
    ['a mention of the reader', "<at id='u1'></at>", '<span class="mention own">@成员甲</span>'],
    ['everybody', '<at id=all></at>', '<span class="mention own">@所有人</span>'],
    ['a colour', "<font color='red'>**重**</font>", '<span class="ink" data-hue="red"><strong>重</strong></span>'],
    [
      'colours within colours',
      "<font color='red'>外<font color='green'>内</font>外</font>",
      '<span class="ink" data-hue="red">外<span class="ink" data-hue="green">内</span>外</span>',
    ],
    [
      'a colour by numbers',
      "<font color='rgba(1,2,3,0.5)'>字</font>",
      '<span class="ink" data-colour="rgba(1,2,3,0.5)">字</span>',
    ],
    ['a colour it does not know as plain ink', "<font color='#f00'>字</font>", '<span class="ink">字</span>'],
    ['a tag', "<text_tag color='blue'>已交</text_tag>", '<span class="text-tag" data-hue="blue">已交</span>'],
    ['a link tag at the start of a line', "<link url='https://a.cn'>甲</link>", '<a href="https://a.cn">甲</a>'],
    ['a link', '[甲](https://a.cn)', '<a href="https://a.cn">甲</a>'],
    ['a link to a script as its words', '[甲](javascript:alert(1))', '甲'],
    ['a link tag to a script as its words', "<a href='javascript:alert(1)'>甲</a>", '甲'],
    ['a picture of the chat', '![图](img_v1)', '<img src="/api/files/img_v1" alt="图">'],
    ['a picture elsewhere as a link', '![图](https://a.cn/x.png)', '<a href="https://a.cn/x.png">图</a>'],
    ['raw text', '<raw>**不变**</raw>', '**不变**'],
    ['a line break', '一<br>二\n三', '一<br>二<br>三'],
    ['a tag that is never closed', "<font color='red'>半", '&lt;font color=&#39;red&#39;&gt;半'],
    ['other HTML as text', '<b onclick=x>粗</b>', '&lt;b onclick=x&gt;粗&lt;/b&gt;'],
    ['a block of HTML as text', '<div>块</div>', '&lt;div&gt;块&lt;/div&gt;'],
  ])('draws %s', (_what, markdown, html) => {
    expect(inside(markdown)).toBe(html);
  });

  it('escapes what would break out of an attribute', () => {
    expect(inside('[甲](https://a.cn/"onmouseover="x)')).not.toContain('"onmouseover=');
    expect(inside(`<text_tag color='"><script>'>甲</text_tag>`)).not.toContain('<script>');
  });

  it('takes a long run of tags within tags without slowing down', () => {
    const started = performance.now();
    convert('<font color=red>'.repeat(1000));
    convert(`${'<font color=red>'.repeat(1000)}${'</font>'.repeat(1000)}`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
