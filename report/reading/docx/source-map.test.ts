import { expect, it } from 'vitest';
import { buildDocx } from '../../../testing/builders/docx.ts';
import { inList, paragraph, run, table } from '../../../testing/builders/wordprocessing.ts';
import { defaultLimits } from '../limits.ts';
import { Archive } from '../zip/archive.ts';
import { readDocxWithMap } from './read-docx.ts';

const decoded = (raw: string): string =>
  raw.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

it('every stretch of text is found again in the XML part, with its run', async () => {
  const bytes = buildDocx({
    body:
      paragraph(run('甲&乙', '<w:b/>') + run('𠮷祥')) +
      paragraph(
        `<w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r><w:sdt><w:sdtContent>${run('控件')}</w:sdtContent></w:sdt>`,
        inList(1),
      ) +
      table([['格一', '格二']]),
  });
  const archive = await Archive.open(bytes, defaultLimits);
  const { document, part, xml, segments } = await readDocxWithMap(archive, {
    format: 'docx',
    source: 'native',
    limits: defaultLimits,
  });
  expect(part).toBe('word/document.xml');
  expect(document.text).toBe('甲&乙𠮷祥\n上\n下控件\n格一\t格二');
  expect(segments.map(({ start, end }) => document.text.slice(start, end))).toEqual([
    '甲&乙',
    '𠮷祥',
    '上',
    '下',
    '控件',
    '格一',
    '格二',
  ]);
  for (const { start, end, from, to, run: place } of segments) {
    expect(decoded(xml.slice(from, to))).toBe(document.text.slice(start, end));
    expect(xml.slice(place.start)).toMatch(/^<w:r>/);
    expect(xml.slice(place.contentStart - 5, place.contentStart)).toBe('<w:r>');
    expect(xml.slice(0, place.end)).toMatch(/<\/w:r>$/);
  }
  expect(segments.map(({ control }) => control)).toEqual([0, 0, 0, 0, 1, 0, 0]);
  expect(segments[0]?.run.properties).toBe('<w:rPr><w:b/></w:rPr>');
});
