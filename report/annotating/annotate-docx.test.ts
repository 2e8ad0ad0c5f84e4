import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../core/finding.ts';
import { buildDocx } from '../../testing/builders/docx.ts';
import { docxFromText } from '../../testing/builders/docx-from-text.ts';
import { readDocument } from '../reading/read-document.ts';
import { annotateDocx } from './annotate-docx.ts';

const now = new Date('2026-12-01T08:00:00Z');

const read = async (bytes: Uint8Array) => {
  const outcome = await readDocument(bytes, { fileName: 'a.docx' });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.document;
};

const findingOn = (text: string, words: string, more: Partial<Finding> = {}): Finding => {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`no “${words}” in the text`);
  return {
    rule: 'r',
    severity: 'must',
    message: `“${words}”有误`,
    excerpt: words,
    start,
    end: start + words.length,
    suggestion: null,
    basis: null,
    ...more,
  };
};

/** The words between a comment's markers, as another program sees them. */
const wordsUnder = (xml: string, id: string): string => {
  const from = xml.indexOf(`<w:commentRangeStart w:id="${id}"/>`);
  const to = xml.indexOf(`<w:commentRangeEnd w:id="${id}"/>`);
  const inside = xml.slice(from, to);
  return [...inside.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');
};

const commented = (bytes: Uint8Array) => {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const comments = strFromU8(parts['word/comments.xml'] ?? new Uint8Array());
  return [...comments.matchAll(/<w:comment w:id="(\d+)"/g)].map(([, id]) => wordsUnder(xml, id ?? ''));
};

const r = (text: string, properties = '') => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string) => `<w:p>${content}</w:p>`;

describe('a comment stands on the exact words', () => {
  it.each([
    ['inside one run', p(r('会议召开次，研究工作。')), '召开次'],
    ['across runs with formats', p(r('时刻严格要求自', '<w:rPr><w:b/></w:rPr>') + r('已，廉洁')), '自已'],
    ['with entities before them', p(r('A&amp;B项目&#x2019;推进了自已的工作')), '自已'],
    ['with an astral character before them', p(r('&#x20BB7;某与自已')), '自已'],
    ['at a run’s very beginning and end', p(r('自已')), '自已'],
    [
      'inside an insertion',
      p(`<w:ins w:id="7" w:author="x" w:date="2026-01-01T00:00:00Z">${r('要求自已')}</w:ins>`),
      '自已',
    ],
    ['across a hyperlink’s edge', p(`${r('要求自')}<w:hyperlink w:anchor="a">${r('已的话')}</w:hyperlink>`), '自已'],
    [
      'inside a table',
      `<w:tbl><w:tr><w:tc>${p(r('姓名'))}</w:tc><w:tc>${p(r('要求自已'))}</w:tc></w:tr></w:tbl>`,
      '自已',
    ],
  ])('%s', async (_, body, words) => {
    const original = buildDocx({ body });
    const { text } = await read(original);
    const copy = await annotateDocx(original, [findingOn(text, words)], { now });
    expect({ commented: copy.commented, unplaced: copy.unplaced, words: commented(copy.bytes) }).toEqual({
      commented: 1,
      unplaced: [],
      words: [words],
    });
    expect((await read(copy.bytes)).text).toBe(text);
  });

  it('where a comment of somebody else crosses them, which stays', async () => {
    const original = buildDocx({
      body: p(
        `${r('请')}<w:commentRangeStart w:id="3"/>${r('要求自')}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>${r('已')}`,
      ),
      comments: `<w:comment w:id="3" w:author="领导">${p(r('再看看'))}</w:comment>`,
    });
    const { text } = await read(original);
    const copy = await annotateDocx(original, [findingOn(text, '自已')], { now });
    const { asides } = await read(copy.bytes);
    expect(asides.filter(({ kind }) => kind === 'comment').map(({ author, text: words }) => [author, words])).toEqual([
      ['领导', '再看看'],
      ['催稿', '【必须改】“自已”有误'],
    ]);
  });

  it('on the first character behind an automatic number', async () => {
    const original = docxFromText('工作总结\n一、学习情况\n认真学习。', { automaticNumbering: true });
    const { text } = await read(original);
    const copy = await annotateDocx(original, [findingOn(text, '一、')], { now });
    expect(commented(copy.bytes)).toEqual(['学']);
  });
});

it('says which findings stand where Word allows no comment', async () => {
  const ruby =
    '<w:r><w:ruby><w:rt><w:r><w:t>zì</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>自已</w:t></w:r></w:rubyBase></w:ruby></w:r>';
  const original = buildDocx({ body: p(ruby) });
  const finding = findingOn((await read(original)).text, '自已');
  const copy = await annotateDocx(original, [finding], { now });
  expect({ commented: copy.commented, unplaced: copy.unplaced }).toEqual({ commented: 0, unplaced: [finding] });
});

it('dates comments by the wall clock, as Word does', async () => {
  const original = docxFromText('工作总结\n严格要求自已。');
  const { text } = await read(original);
  const { bytes } = await annotateDocx(original, [findingOn(text, '自已')], { now });
  const comments = strFromU8(unzipSync(bytes)['word/comments.xml'] ?? new Uint8Array());
  expect(/w:date="([^"]+)"/.exec(comments)?.[1]).toBe('2026-12-01T16:00:00Z');
});

it('keeps every other part of the file byte for byte', async () => {
  const original = docxFromText('工作总结\n一、学习情况\n严格要求自已。');
  const { text } = await read(original);
  const { bytes } = await annotateDocx(original, [findingOn(text, '自已')], { now });
  const [before, after] = [unzipSync(original), unzipSync(bytes)];
  const changed = Object.keys(after).filter((name) => {
    const old = before[name];
    return old === undefined || Buffer.compare(old, after[name] ?? new Uint8Array()) !== 0;
  });
  expect(changed.sort()).toEqual(
    ['[Content_Types].xml', 'word/_rels/document.xml.rels', 'word/comments.xml', 'word/document.xml'].sort(),
  );
});

it('puts certain replacements in as tracked changes, across runs too', async () => {
  const original = buildDocx({ body: p(r('要求自') + r('已，##尾记##完')) });
  const { text } = await read(original);
  const findings = [
    findingOn(text, '自已', { suggestion: '自己' }),
    findingOn(text, '##尾记##', { suggestion: '' }),
    findingOn(text, '完', { suggestion: '完成', severity: 'should' }),
  ];
  const copy = await annotateDocx(original, findings, { now, fix: true });
  const document = await read(copy.bytes);
  expect({ fixed: copy.fixed, text: document.text }).toEqual({ fixed: 2, text: '要求自己，完' });
  expect(
    document.asides
      .filter(({ kind }) => kind === 'deleted')
      .map(({ text: words }) => words)
      .join(''),
  ).toBe('自已##尾记##');
});

it('puts replacements in where a numbered paragraph loses all its words', async () => {
  const original = docxFromText('工作总结\n一、学习情况\n二、##尾记##\n完。', { automaticNumbering: true });
  const { text } = await read(original);
  const copy = await annotateDocx(original, [findingOn(text, '##尾记##', { suggestion: '' })], { now, fix: true });
  expect({ fixed: copy.fixed, text: (await read(copy.bytes)).text }).toEqual({
    fixed: 1,
    text: '工作总结\n一、学习情况\n完。',
  });
});

it('comments on no more than 500 findings, the gravest first', async () => {
  const original = docxFromText(`工作总结\n${'自已。'.repeat(600)}`);
  const { text } = await read(original);
  const first = text.indexOf('自已');
  const findings = Array.from({ length: 600 }, (_, index) =>
    findingOn(text, '自已', {
      start: first + index * 3,
      end: first + index * 3 + 2,
      severity: index >= 590 ? 'must' : 'hint',
    }),
  );
  const { commented: count, bytes } = await annotateDocx(original, findings, { now });
  expect(count).toBe(500);
  expect(strFromU8(unzipSync(bytes)['word/comments.xml'] ?? new Uint8Array()).split('【必须改】').length - 1).toBe(10);
});
