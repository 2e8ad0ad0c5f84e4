import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../../core/report-document.ts';
import { buildPdf, hexString, type PdfPage, pdfText, pdfVerticalText } from '../../../testing/builders/pdf.ts';
import type { LaidPage } from '../layout/page.ts';
import { defaultLimits } from '../limits.ts';
import { readPdf } from './read-pdf.ts';

const size = 16;
const page = (content: string): PdfPage => ({ width: 595, height: 842, content });
/** Lines of 27 signs between 80 and 512 points; `indent` in signs. */
const line = (text: string, row: number, indent = 0) => pdfText(text, 80 + indent * size, 742 - row * 28, size);
const full = (start: string) =>
  start + '们坚持把学习放在首位认真落实各项部署要求推动工作取得新的成效'.slice(0, 27 - start.length);

const read = (pages: readonly PdfPage[], recognised: readonly LaidPage[] = []): Promise<ReportDocument> =>
  readPdf(buildPdf(pages), {
    limits: defaultLimits,
    recognise: (_, numbers) => {
      expect(numbers).toEqual(recognised.map(({ number }) => number));
      return Promise.resolve(new Map(recognised.map((laid) => [laid.number, laid])));
    },
  });

const scanned: PdfPage = {
  width: 595,
  height: 842,
  content: 'q 1 0 0 1 0 0 cm /Im1 Do Q',
  jpeg: { bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), width: 8, height: 8 },
};

describe('a PDF', () => {
  it('is read with fonts that are named and not embedded, lines joined by indent', async () => {
    const first = `一年来${full('').slice(0, 22)}`;
    const document = await read([
      page(
        pdfText('二〇二六年度述职报告', 190, 790, 22) +
          line(first, 0, 2) +
          line(full('我'), 1) +
          line('成效明显。', 2) +
          line('一、主要工作', 3, 2) +
          line(first, 4, 2) +
          line('圆满完成。', 5),
      ),
    ]);
    expect(document.text.split('\n')).toEqual([
      '二〇二六年度述职报告',
      `${first}${full('我')}成效明显。`,
      '一、主要工作',
      `${first}圆满完成。`,
    ]);
    expect(document.blocks.map(({ style }) => style)).toEqual([
      { size: 22, align: 'center' },
      { size, firstLineIndent: 2 },
      { size, firstLineIndent: 2 },
      { size, firstLineIndent: 2 },
    ]);
  });

  it('loses running headers and page numbers to its asides, also across a paragraph', async () => {
    const sheet = (body: string, number: number) =>
      page(pdfText('某单位年度总结', 200, 800, 10) + body + pdfText(`— ${number} —`, 280, 40, 12));
    const document = await read([
      sheet(line(full('一年来我').slice(0, 25), 0, 2) + line(full('我'), 1), 1),
      sheet(line(full('我'), 0) + line('成效明显。', 1) + line('特此报告。', 2, 2), 2),
    ]);
    expect(document.text).toBe(`${full('一年来我').slice(0, 25)}${full('我')}${full('我')}成效明显。\n特此报告。`);
    expect(document.asides).toEqual([
      { kind: 'header', text: '某单位年度总结' },
      { kind: 'footer', text: '—1—' },
    ]);
  });

  it('goes on behind a recognised line that lost a sign, where paragraphs are indented', async () => {
    const piece = (text: string, row: number, x: number, end = 512) => {
      return { text, x, y: 100 + row * 28, width: end - x, size };
    };
    const pieces = [
      piece(full('一年来').slice(0, 25), 0, 112),
      piece(full('我').slice(0, 25), 1, 80, 488),
      piece(full('他'), 2, 80),
      piece('成效明显。', 3, 80, 160),
      piece('特此报告。', 4, 112, 192),
    ];
    const document = await read([scanned], [{ number: 1, width: 595, height: 842, source: 'ocr', pieces }]);
    expect(document.text.split('\n')).toEqual([
      `${full('一年来').slice(0, 25)}${full('我').slice(0, 25)}${full('他')}成效明显。`,
      '特此报告。',
    ]);
  });

  it('has doubtful borders where paragraphs are not indented and a line is full', async () => {
    const document = await read([
      page(line(`${full('我').slice(0, 26)}。`, 0) + line(full('他'), 1) + line('如此。', 2)),
    ]);
    expect(document.blocks.map(({ confidence }) => confidence)).toEqual([0.7]);
  });

  it('keeps tables as rows, a cell’s second line with its cell', async () => {
    const row = (cells: readonly string[], at: number) =>
      cells.map((text, column) => (text === '' ? '' : pdfText(text, 90 + column * 140, 700 - at * 28, 14))).join('');
    const document = await read([
      page(
        line('情况统计如下，共有三项内容需要说明和报告请予审阅', 0, 2) +
          row(['项目', '数量', '备注'], 1) +
          row(['学习次数', '十二', '每月一次并'], 2) +
          row(['', '', '有记录'], 3) +
          row(['调研', '三', '无'], 4),
      ),
    ]);
    expect(document.blocks.slice(1).map(({ kind, start, end }) => [kind, document.text.slice(start, end)])).toEqual([
      ['table-row', '项目\t数量\t备注'],
      ['table-row', '学习次数\t十二\t每月一次并有记录'],
      ['table-row', '调研\t三\t无'],
    ]);
  });

  it('leaves slanted watermarks out', async () => {
    const watermark = 'BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <51854e0b8d446599> Tj ET\n';
    const document = await read([page(line(full('我'), 0) + watermark + line('结束。', 1))]);
    expect(document.text).toBe(`${full('我')}结束。`);
  });

  it('is read down its columns where its type is vertical', async () => {
    const columns = ['一年来我们坚持把学习放在首位认真落实各项部署', '要求推动工作取得新的成效。', '二〇二六年十二月'];
    const content = columns.map((text, index) => pdfVerticalText(text, 500 - index * 30, 780, size)).join('');
    expect((await read([page(content)])).text.replaceAll('\n', '')).toBe(columns.join(''));
  });

  it.each([
    ['turned by its page', { rotate: 90 as const }, '1 0 0 1 80 700 Tm'],
    ['painted from bottom to top', {}, '0 1 -1 0 300 80 Tm'],
    ['painted upside down', {}, '-1 0 0 -1 500 300 Tm'],
    ['painted from bottom to top on a page that is turned back', { rotate: 90 as const }, '0 1 -1 0 300 80 Tm'],
  ])('is read when its text is %s', async (_, turn, matrix) => {
    const text = '全年集中学习十二次，形成调研报告三篇。';
    const content = `BT /F1 ${size} Tf ${matrix} ${hexString(text)} Tj ET\n`;
    expect((await read([{ ...page(content), ...turn }])).text).toBe(text);
  });

  it('is read whole where its type is mirrored twice, as WPS writes it', async () => {
    const words = (text: string, x: number, y: number) =>
      `q 0.12 0 0 0.12 0 0 cm 1 0 0 -1 ${x / 0.12} ${y / 0.12} cm BT /F1 -117 Tf -100 Tz 0 0 Td ${hexString(text)} Tj ET Q\n`;
    const document = await read([
      page(words('投资者最终必须为自己选择立场，', 90, 700) + words('一边学习一边总结。', 300, 700)),
    ]);
    expect(document.text).toBe('投资者最终必须为自己选择立场，一边学习一边总结。');
  });

  it('shows bullets of symbol fonts', async () => {
    const bullet = (row: number) => `BT /F4 ${size} Tf 1 0 0 1 80 ${700 - row * 28} Tm (\\330) Tj ET\n`;
    const item = (text: string, row: number) => bullet(row) + pdfText(text, 104, 700 - row * 28, size);
    const document = await read([page(item('营业执照副本复印件一份；', 0) + item('经办人身份证明复印件一份。', 1))]);
    expect(document.text).toBe('➢营业执照副本复印件一份；\n➢经办人身份证明复印件一份。');
  });

  it('is read down its left column before its right one', async () => {
    const sentences = (start: string) =>
      Array.from({ length: 10 }, (__, row) => `${start}栏第${row}行坚持把学习放在首位认真`);
    const column = (lines: readonly string[], x: number) =>
      lines.map((text, row) => pdfText(text, x, 720 - row * 20, 12)).join('');
    const [left, right] = [sentences('左'), sentences('右')];
    const title = pdfText('两栏排版的年度工作总结', 180, 780, 22);
    const document = await read([page(title + column(left, 60) + column(right, 320))]);
    expect(document.text).toBe(`两栏排版的年度工作总结\n${[...left, ...right].join('')}`);
  });

  it('goes to recognition where its fonts do not tell what their signs are', async () => {
    const glyphs = Array.from({ length: 60 }, (__, index) => (1500 + index * 397).toString(16).padStart(4, '0')).join(
      '',
    );
    const piece = { text: '识别出的文字。', x: 80, y: 100, width: 112, size: 16, confidence: 0.9 };
    const document = await read(
      [page(`BT /F3 ${size} Tf 1 0 0 1 80 700 Tm <${glyphs}> Tj ET\n`)],
      [{ number: 1, width: 595, height: 842, source: 'ocr', pieces: [piece] }],
    );
    expect(document.text).toBe('识别出的文字。');
  });

  it('sends pages without text of their own to recognition', async () => {
    const piece = { text: '识别出的文字。', x: 80, y: 100, width: 112, size: 16, confidence: 0.9 };
    const document = await read(
      [page(line(full('我'), 0) + line('结束。', 1)), scanned],
      [{ number: 2, width: 595, height: 842, source: 'ocr', pieces: [piece] }],
    );
    expect(document.blocks.map(({ source, confidence, page: at }) => [source, confidence, at])).toEqual([
      ['pdf', 1, 1],
      ['ocr', 0.9, 2],
    ]);
  });

  it('with a password is refused with what to do', async () => {
    const file = buildPdf([page(line('正文', 0))], { encrypted: true });
    const refusal = readPdf(file, { limits: defaultLimits, recognise: () => Promise.resolve(new Map()) });
    await expect(refusal).rejects.toMatchObject({ code: 'encrypted', message: expect.stringContaining('取消密码') });
  });

  it('that is broken is refused with what to do', async () => {
    const broken = buildPdf([page('')]).subarray(0, 60);
    const refusal = readPdf(broken, { limits: defaultLimits, recognise: () => Promise.resolve(new Map()) });
    await expect(refusal).rejects.toMatchObject({ code: 'damaged', message: expect.stringContaining('重新导出') });
  });
});
