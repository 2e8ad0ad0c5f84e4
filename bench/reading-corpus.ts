import { docxFromText } from '../testing/builders/docx-from-text.ts';
import { seededRandom } from '../testing/builders/mutations.ts';
import { buildPdf, type PdfPage, pdfText } from '../testing/builders/pdf.ts';

const clauses = [
  '坚持把学习放在首位',
  '认真落实上级部署要求',
  '深入一线开展调查研究',
  '及时协调解决突出问题',
  '建立健全各项工作制度',
  '严格执行廉洁自律规定',
  '持续改进工作作风',
  '推动重点任务取得新成效',
  '组织集中学习十二次',
  '走访服务对象二百余人',
];
const charactersPerPage = 550;

/** A report of about so many pages, the same every time. */
export const longReport = (pages: number): string => {
  const random = seededRandom(pages);
  const lines = ['某单位年度工作总结'];
  let length = 0;
  for (let part = 1; length < pages * charactersPerPage; part += 1) {
    const sentence = () =>
      `${Array.from({ length: 5 }, () => clauses[Math.floor(random() * clauses.length)]).join('，')}。`;
    const line = part % 6 === 1 ? `（一）${clauses[part % clauses.length]}` : sentence() + sentence() + sentence();
    lines.push(line);
    length += line.length;
  }
  return lines.join('\n');
};

/** The report as a .docx whose runs are as short as Word makes them. */
export const longDocx = (pages: number): Uint8Array => docxFromText(longReport(pages), { runLength: 7 });

/** The report as a PDF with 22 lines of 27 characters a page. */
export const longPdf = (pages: number): Uint8Array => {
  const lines = longReport(pages)
    .split('\n')
    .flatMap((line) => `　　${line}`.match(/.{1,27}/gu) ?? []);
  const sheets: PdfPage[] = [];
  for (let from = 0; from < lines.length; from += 22) {
    const content = lines
      .slice(from, from + 22)
      .map((line, row) => {
        const words = line.replace(/^　+/, '');
        return pdfText(words, 80 + (line.length - words.length) * 16, 742 - row * 28, 16);
      })
      .join('');
    sheets.push({ width: 595, height: 842, content });
  }
  return buildPdf(sheets);
};
