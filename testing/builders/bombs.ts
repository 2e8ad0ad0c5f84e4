import { buildDocx } from './docx.ts';
import { paragraph } from './wordprocessing.ts';
import { zipOf } from './zip.ts';

const wordprocessing = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const documentOf = (body: string, prolog = ''): string =>
  `<?xml version="1.0"?>${prolog}<w:document ${wordprocessing}><w:body>${body}</w:body></w:document>`;
const withDocument = (xml: string | Uint8Array): Uint8Array =>
  buildDocx({ body: '', entries: { 'word/document.xml': xml } });
const nested = (open: string, close: string, depth: number, content: string): string =>
  open.repeat(depth) + content + close.repeat(depth);

/** 300 MB of one letter in a few hundred kilobytes. */
const longText = (): Uint8Array => {
  const [head = '', tail = ''] = documentOf('<w:p><w:r><w:t>@</w:t></w:r></w:p>').split('@');
  const filling = Buffer.alloc(300 * 1024 * 1024, 0x61);
  return withDocument(Buffer.concat([Buffer.from(head), filling, Buffer.from(tail)]));
};

/** A zip whose only entry says that it inflates to a thousand bytes. */
const forgedSize = (): Uint8Array => {
  const content = Buffer.from(documentOf(paragraph('字'.repeat(5_000_000))));
  const zip = Buffer.from(withDocument(content));
  const real = Buffer.alloc(4);
  real.writeUInt32LE(content.length);
  const forged = Buffer.alloc(4);
  forged.writeUInt32LE(1000);
  for (let at = zip.indexOf(real); at >= 0; at = zip.indexOf(real, at + 4)) forged.copy(zip, at);
  return zip;
};

/** A stored-size zip with more entries than any document has. */
const manyEntries = (): Uint8Array =>
  zipOf(Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`word/media/${index}.bin`, 'x'])));

const laughs = (): string => {
  const entities = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`);
  return `<!DOCTYPE d [<!ENTITY l0 "ha">${entities.join('')}]>`;
};

export interface Bomb {
  readonly name: string;
  readonly make: () => Uint8Array;
  /** The refusal it must meet, or null where it is harmless and read like any file. */
  readonly code: string | null;
}

/** Files made to exhaust or to trick their reader. */
export const bombs: readonly Bomb[] = [
  { name: '300 MB of text', make: longText, code: 'too-large' },
  {
    name: '200 MB of spaces around nothing',
    make: () => zipOf({ 'word/document.xml': Buffer.alloc(200 * 1024 * 1024, 0x20) }),
    code: 'too-large',
  },
  {
    name: 'two million paragraphs',
    make: () => withDocument(documentOf('<w:p/>'.repeat(2_000_000))),
    code: 'too-complex',
  },
  {
    name: 'a million paragraphs that compress badly',
    make: () =>
      withDocument(
        documentOf(Array.from({ length: 1_100_000 }, (_, index) => `<w:p w:a="${(index * 7919) % 99991}"/>`).join('')),
      ),
    code: 'too-complex',
  },
  {
    name: '200,000 nested tags',
    make: () => withDocument(documentOf(`<w:p>${nested('<w:smartTag>', '</w:smartTag>', 200_000, '')}</w:p>`)),
    code: 'too-complex',
  },
  {
    name: '5,000 nested tables',
    make: () =>
      withDocument(documentOf(nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 5000, paragraph('底')))),
    code: 'too-complex',
  },
  {
    name: 'nine nested tables',
    make: () => withDocument(documentOf(nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 9, paragraph('底')))),
    code: 'too-complex',
  },
  {
    name: 'an external entity',
    make: () => withDocument(documentOf(paragraph('字'), '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
    code: 'forbidden-content',
  },
  {
    name: 'entities within entities',
    make: () => withDocument(documentOf(paragraph('字'), laughs())),
    code: 'forbidden-content',
  },
  { name: 'a forged size', make: forgedSize, code: 'damaged' },
  { name: '3,000 zip entries', make: manyEntries, code: 'too-complex' },
  {
    name: 'entries that climb out of the archive',
    make: () => buildDocx({ body: paragraph('正文'), entries: { '../../etc/evil': 'x', '/abs': 'x' } }),
    code: null,
  },
  {
    name: 'more text than a report has',
    make: () => buildDocx({ body: paragraph('字'.repeat(310_000)) }),
    code: 'too-large',
  },
];
