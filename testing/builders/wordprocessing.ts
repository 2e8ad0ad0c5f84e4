import { escapeXml } from './docx.ts';

/** A run; `properties` is the content of w:rPr. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/** A paragraph of ready-made runs, or of one run when `content` is plain text; `properties` is the content of w:pPr. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;

/** Content of w:pPr that puts a paragraph into a list. */
export const inList = (numId: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;

export interface LevelSpec {
  readonly format: string;
  readonly text: string;
  readonly start?: number;
  /** Further children of w:lvl, e.g. <w:isLgl/>. */
  readonly extra?: string;
}

/** A w:lvl. */
export const level = (index: number, { format, text, start = 1, extra = '' }: LevelSpec): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`;

/** A w:abstractNum with its levels from 0 up; `extra` comes before them. */
export const abstractNumbering = (id: number, levels: readonly LevelSpec[], extra = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${extra}${levels.map((spec, index) => level(index, spec)).join('')}</w:abstractNum>`;

/** A w:num; `overrides` are ready-made w:lvlOverride elements. */
export const numbering = (id: number, abstractId: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;

/** A paragraph style; `content` are further children of w:style. */
export const paragraphStyle = (id: string, name: string, content = '', attributes = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${attributes}><w:name w:val="${name}"/>${content}</w:style>`;

/** A table of rows of cells; a cell is plain text or ready-made block content. */
export const table = (rows: readonly (readonly string[])[]): string => {
  const cell = (content: string) => `<w:tc>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`;
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
};
