import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document.ts';

const read = async (page: string | Uint8Array, fileName = '报告.doc') => {
  const outcome = await readDocument(typeof page === 'string' ? Buffer.from(page) : page, { fileName });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.document;
};
const page = (body: string, head = '') => `<html><head><title>标签页</title>${head}</head><body>${body}</body></html>`;
const textOf = async (body: string) => (await read(page(body))).text;

describe('the text of a web page saved as .doc', () => {
  it.each<[string, string, string]>([
    [
      'has a paragraph a block',
      '<h1>年度总结</h1><div>一年来<b>认真</b>履职。</div><p>特此报告',
      '年度总结\n一年来认真履职。\n特此报告',
    ],
    [
      'takes lines that the source broke between Chinese signs together',
      '<p>深入学习\n贯彻精神，\r\n  抓好落实</p>',
      '深入学习贯彻精神，抓好落实',
    ],
    ['keeps the space between words', '<p>Party\nbuilding 2026</p>', 'Party building 2026'],
    ['cuts paragraphs at line breaks', '<p>上行<br>下行<br/></p>', '上行\n下行'],
    [
      'resolves references',
      '<p>&ldquo;双带&rdquo;&mdash;&mdash;&#20826;&#x5efa;&nbsp;&lt;1&gt; &unknown;</p>',
      '“双带”——党建 <1> &unknown;',
    ],
    [
      'leaves scripts, styles, remarks and islands out',
      '<script>if (a<b) x()</script><style>p{}</style><!-- 备注 --><xml><o:x>岛</o:x></xml><p>正文</p>',
      '正文',
    ],
    [
      'leaves hidden and deleted text out',
      '<p>看得见<span style="display: none">看不见</span><del>删去</del></p>',
      '看得见',
    ],
    [
      'shows numbers that Word wrote out, without the gap behind them',
      "<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;&nbsp;\n</span></span><![endif]>主要工作</p>",
      '一、主要工作',
    ],
    [
      'numbers lists',
      '<ol start="3"><li>学习</li><li><p>调研</p></li></ol><ul><li>其他</ul><p>完',
      '3.学习\n4.调研\n•其他\n完',
    ],
    ['survives what nobody closed', '<div><p>甲<p>乙<td>丙</table></span><b>丁', '甲\n乙\n丙\n丁'],
    ['takes a less-than sign for itself', '<p>a < b，且 5<6</p>', 'a < b，且 5<6'],
    ['survives a quotation mark that was never closed', '<p class="x>甲</p><p>乙</p>', '甲\n乙'],
  ])('%s', async (_, body, expected) => {
    expect(await textOf(body)).toBe(expected);
  });

  it('has tables as rows, nested ones behind their row, whole reports in a cell as paragraphs', async () => {
    const long = `<p>${'一年来认真履行岗位职责，完成了各项任务，'.repeat(4)}。</p>`;
    const { blocks, text } = await read(
      page(
        `<table><tr><th>姓名<td>职务</tr><tr><td>成员甲</td><td>外<table><tr><td>内一<td>内二</table></td></tr><tr><td>${long}${long}</td></tr></table>`,
      ),
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['table-row', 'table-row', 'table-row', 'paragraph', 'paragraph']);
    expect(text.split('\n').slice(0, 3)).toEqual(['姓名\t职务', '成员甲\t外', '内一\t内二']);
  });

  it('tells headings, alignment and bold type', async () => {
    const { blocks } = await read(
      page('<h2 align=center>标题</h2><p style="text-align:right"><strong>落款单位</strong></p><p>正文</p>'),
    );
    expect(blocks.map(({ style }) => style)).toEqual([
      { align: 'center', outlineLevel: 1, bold: true },
      { align: 'right', bold: true },
      undefined,
    ]);
  });

  it('is read in GBK, as a fragment, and not from Markdown', async () => {
    const gbk = Buffer.from('3c703eb9a4d7f7d7dcbde1a3bacaf6d6b0b1a8b8e63c2f703e', 'hex');
    expect((await read(gbk)).text).toBe('工作总结：述职报告');
    expect((await read('<div align="center">标题</div>\n', '说明.md')).format).toBe('md');
  });

  it('is refused when tables lie too deep in each other', async () => {
    const outcome = await readDocument(Buffer.from(page('<table><tr><td>'.repeat(50))), { fileName: 'x.doc' });
    expect(outcome).toMatchObject({ ok: false, code: 'too-complex' });
  });

  it.each([
    ['opened tags', '<b '.repeat(200_000)],
    ['opened quotation marks', '<b a="'.repeat(100_000)],
    ['spans', '<span>'.repeat(200_000)],
    ['opened comments', '<!--'.repeat(200_000)],
    ['opened scripts', '<script>'.repeat(100_000)],
    ['scripts closed in part', `<script>${'</script'.repeat(100_000)}`],
    ['words without end', `<p>${'甲 <b>乙</b> '.repeat(20_000)}`],
  ])('takes no time for many %s', async (_, body) => {
    const start = performance.now();
    await readDocument(Buffer.from(page(body)), { fileName: 'x.doc' });
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('a web archive saved as .doc', () => {
  const archive = (encoding: string, body: string) =>
    [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\tboundary="----=_Next"',
      '',
      'This document is a web archive.',
      '',
      '------=_Next',
      'Content-Location: file:///C:/x.htm',
      `Content-Transfer-Encoding: ${encoding}`,
      'Content-Type: text/html; charset="utf-8"',
      '',
      body,
      '',
      '------=_Next',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      'AAAA',
      '------=_Next--',
    ].join('\r\n');
  const quoted = (text: string) =>
    [...Buffer.from(text)]
      .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join('')
      .replace(/.{72}/g, '$&=\r\n');

  it.each([
    ['quoted-printable', quoted(page('<p>个人述职报告</p>'))],
    ['base64', Buffer.from(page('<p>个人述职报告</p>')).toString('base64').replace(/.{60}/g, '$&\r\n')],
    ['8bit', page('<p>个人述职报告</p>')],
  ])('is read by its page in %s', async (encoding, body) => {
    expect((await read(archive(encoding, body))).text).toBe('个人述职报告');
  });

  it('without a page is refused with what to do', async () => {
    const outcome = await readDocument(Buffer.from('MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nx'), {
      fileName: 'x.doc',
    });
    expect(outcome).toMatchObject({ ok: false, code: 'damaged' });
  });
});
