import type { BlockStyle } from '../../../core/report-document.ts';
import type { XmlAttributes } from '../xml/xml-scanner.ts';

/** What a w:rPr says; absent means inherited. */
export interface RunProperties {
  fontEastAsia?: string;
  fontAscii?: string;
  /** Points. */
  size?: number;
  bold?: boolean;
  hidden?: boolean;
  /** Character style id. */
  style?: string;
  /** On a paragraph mark: the mark is deleted or moved away, so the paragraph runs on into the next. */
  markGone?: boolean;
}

/** What a w:pPr says; absent means inherited. */
export interface ParagraphProperties {
  style?: string;
  numId?: string;
  level?: number;
  outlineLevel?: number;
  align?: NonNullable<BlockStyle['align']>;
  line?: NonNullable<BlockStyle['line']>;
  /** Characters, or points when `indentPoints`. */
  indentCharacters?: number;
  indentPoints?: number;
}

const isOn = (value: string | undefined): boolean => value === undefined || !/^(0|false|off|none)$/i.test(value);

const numberOf = (value: string | undefined): number | undefined => {
  if (value === undefined || value === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
};

const alignments: Readonly<Record<string, NonNullable<BlockStyle['align']>>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'both',
  distribute: 'both',
};

/** Font names of the theme, by the value of w:asciiTheme or w:eastAsiaTheme. */
export type ThemeFonts = ReadonlyMap<string, string>;

/** Takes one child element of w:rPr into `target`. */
export const readRunProperty = (
  name: string,
  attributes: XmlAttributes,
  target: RunProperties,
  theme: ThemeFonts,
): void => {
  switch (name) {
    case 'w:rFonts': {
      const eastAsia = theme.get(attributes['w:eastAsiaTheme'] ?? '') ?? attributes['w:eastAsia'];
      const ascii = theme.get(attributes['w:asciiTheme'] ?? '') ?? attributes['w:ascii'];
      if (eastAsia) target.fontEastAsia = eastAsia;
      if (ascii) target.fontAscii = ascii;
      return;
    }
    case 'w:sz': {
      const halfPoints = numberOf(attributes['w:val']);
      if (halfPoints !== undefined) target.size = halfPoints / 2;
      return;
    }
    case 'w:b':
      target.bold = isOn(attributes['w:val']);
      return;
    case 'w:vanish':
      target.hidden = isOn(attributes['w:val']);
      return;
    case 'w:rStyle':
      if (attributes['w:val']) target.style = attributes['w:val'];
      return;
    case 'w:del':
    case 'w:moveFrom':
      target.markGone = true;
      return;
  }
};

/** Takes one descendant element of w:pPr (w:numPr's children included) into `target`. */
export const readParagraphProperty = (name: string, attributes: XmlAttributes, target: ParagraphProperties): void => {
  const value = attributes['w:val'];
  switch (name) {
    case 'w:pStyle':
      if (value) target.style = value;
      return;
    case 'w:numId':
      if (value) target.numId = value;
      return;
    case 'w:ilvl': {
      const level = numberOf(value);
      if (level !== undefined && level >= 0 && level <= 8) target.level = Math.trunc(level);
      return;
    }
    case 'w:outlineLvl': {
      const level = numberOf(value);
      if (level !== undefined && level >= 0 && level <= 9) target.outlineLevel = Math.trunc(level);
      return;
    }
    case 'w:jc': {
      const align = alignments[value ?? ''];
      if (align) target.align = align;
      return;
    }
    case 'w:spacing':
      readLine(attributes, target);
      return;
    case 'w:ind':
      readIndent(attributes, target);
      return;
  }
};

const readLine = (attributes: XmlAttributes, target: ParagraphProperties): void => {
  const line = numberOf(attributes['w:line']);
  if (line === undefined) return;
  const rule = attributes['w:lineRule'];
  if (rule === 'exact' || rule === 'atLeast') target.line = { value: line / 20, rule };
  else target.line = { value: Math.round((line / 240) * 100) / 100, rule: 'auto' };
};

const readIndent = (attributes: XmlAttributes, target: ParagraphProperties): void => {
  const characters = numberOf(attributes['w:firstLineChars']);
  const twips = numberOf(attributes['w:firstLine']);
  const hanging = numberOf(attributes['w:hanging']) ?? numberOf(attributes['w:hangingChars']);
  if (characters !== undefined && characters !== 0) target.indentCharacters = characters / 100;
  else if (twips !== undefined || hanging !== undefined || characters === 0) {
    target.indentCharacters = 0;
    target.indentPoints = (twips ?? 0) / 20;
  }
};
