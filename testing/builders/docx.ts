import { zipOf } from './zip.ts';

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const namespaces = [
  `xmlns:w="${w}"`,
  `xmlns:r="${office}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"',
].join(' ');
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Children of one part's root element, as XML. Absent parts are left out of the package. */
export interface DocxParts {
  /** Content of w:body. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  readonly footer?: string;
  /** Content of a:fontScheme's major and minor fonts. */
  readonly theme?: string;
  readonly pages?: number;
  /** Further zip entries, and replacements for those above, by name. */
  readonly entries?: Readonly<Record<string, string | Uint8Array>>;
}

const wordParts = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  header: 'hdr',
  footer: 'ftr',
} as const;
type WordPart = keyof typeof wordParts;

const contentType = (part: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml`;
const fileOf = (part: WordPart) => (part === 'header' || part === 'footer' ? `${part}1.xml` : `${part}.xml`);

/** A .docx from raw WordprocessingML, with content types and relationships made to fit. */
export const buildDocx = (parts: DocxParts): Uint8Array => {
  const present = (Object.keys(wordParts) as WordPart[]).filter((part) => parts[part] !== undefined);
  const overrides = [
    `<Override PartName="/word/document.xml" ContentType="${contentType('document.main')}"/>`,
    ...present.map((part) => `<Override PartName="/word/${fileOf(part)}" ContentType="${contentType(part)}"/>`),
    ...(parts.theme === undefined
      ? []
      : [
          '<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>',
        ]),
  ];
  const relations = [...present.map((part) => [part, fileOf(part)] as const)];
  const all = parts.theme === undefined ? relations : [...relations, ['theme', 'theme/theme1.xml'] as const];
  const entries: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': relationshipsXml([
      ['officeDocument', 'word/document.xml'],
      ...(parts.pages === undefined ? [] : [['extended-properties', 'docProps/app.xml'] as const]),
    ]),
    'word/document.xml': `${declaration}<w:document ${namespaces}><w:body>${parts.body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationshipsXml(all),
  };
  for (const part of present) {
    const root = wordParts[part];
    entries[`word/${fileOf(part)}`] = `${declaration}<w:${root} ${namespaces}>${parts[part]}</w:${root}>`;
  }
  if (parts.theme !== undefined) {
    entries['word/theme/theme1.xml'] =
      `${declaration}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="t"><a:themeElements><a:fontScheme name="f">${parts.theme}</a:fontScheme></a:themeElements></a:theme>`;
  }
  if (parts.pages !== undefined) {
    entries['docProps/app.xml'] =
      `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Pages>${parts.pages}</Pages></Properties>`;
  }
  return zipOf({ ...entries, ...parts.entries });
};

const relationshipsXml = (relations: readonly (readonly [type: string, target: string])[]): string => {
  const items = relations.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
};
