import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../../core/report-document.ts';
import { buildDocx } from '../../../testing/builders/docx.ts';
import { paragraph, table } from '../../../testing/builders/wordprocessing.ts';
import { readDocument } from '../read-document.ts';

const read = async (body: string): Promise<ReportDocument> => {
  const outcome = await readDocument(buildDocx({ body }), { fileName: 'x.docx' });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.document;
};

describe('tables of a .docx', () => {
  const rowsOf = ({ text, blocks }: ReportDocument) =>
    blocks.map((block) => ({
      kind: block.kind,
      at: block.table && [block.table.index, block.table.row],
      cells: block.table?.cells.map(({ start, end }) => text.slice(start, end)),
    }));

  it('are rows of cells', async () => {
    const document = await read(
      paragraph('表') +
        table([
          ['姓名', '职务'],
          ['成员甲', ''],
        ]),
    );
    expect(document.text).toBe('表\n姓名\t职务\n成员甲\t');
    expect(rowsOf(document).slice(1)).toEqual([
      { kind: 'table-row', at: [0, 0], cells: ['姓名', '职务'] },
      { kind: 'table-row', at: [0, 1], cells: ['成员甲', ''] },
    ]);
  });

  it('keep a nested table behind the row that holds it, and a merged cell in its first row', async () => {
    const merge = (value: string, content: string) => `<w:tcPr><w:vMerge${value}/></w:tcPr>${paragraph(content)}`;
    const document = await read(
      table([
        [merge(' w:val="restart"', '合并'), `${paragraph('外')}${table([['内一', '内二']])}${paragraph('')}`],
        [merge('', '看不见'), '右'],
      ]),
    );
    expect(rowsOf(document)).toEqual([
      { kind: 'table-row', at: [0, 0], cells: ['合并', '外'] },
      { kind: 'table-row', at: [1, 0], cells: ['内一', '内二'] },
      { kind: 'table-row', at: [0, 1], cells: ['', '右'] },
    ]);
  });

  it('leave deleted rows out', async () => {
    const rows = table([['甲'], ['乙']]).replace(
      '<w:tr><w:tc>',
      `<w:tr><w:trPr><w:del w:id="1" w:author="成员甲"/></w:trPr><w:tc>`,
    );
    expect((await read(rows)).text).toBe('乙');
  });

  it('that hold a whole report in one cell are paragraphs', async () => {
    const long = '一年来认真履行岗位职责，围绕中心工作抓好落实，完成了各项任务，'.repeat(3);
    const document = await read(table([['个人总结', paragraph(`${long}。`) + paragraph(`${long}。`)]]));
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'paragraph']);
  });
});
