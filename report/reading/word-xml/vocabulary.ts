import type { XmlAttributes } from '../xml/xml-scanner.ts';

/** The namespaces of Word 2003 XML by the prefixes that the readers of .docx know. */
export const wordXmlVocabulary = {
  'http://schemas.microsoft.com/office/word/2003/wordml': 'w',
  'http://schemas.microsoft.com/office/word/2003/auxHint': 'wx',
  'http://schemas.microsoft.com/aml/2001/core': 'aml',
  'urn:schemas-microsoft-com:office:office': 'o',
  'urn:schemas-microsoft-com:vml': 'v',
} as const;

/** w:numFmt by the number that w:nfc has for it. */
const numberFormats: Readonly<Record<string, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  15: 'decimalHalfWidth',
  16: 'japaneseLegal',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  32: 'ideographZodiacTraditional',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

const names: Readonly<Record<string, string>> = {
  'w:listDef': 'w:abstractNum',
  'w:list': 'w:num',
  'w:ilst': 'w:abstractNumId',
  'w:nfc': 'w:numFmt',
  'w:ilfo': 'w:numId',
};

const revisions: Readonly<Record<string, string>> = {
  'Word.Insertion': 'w:ins',
  'Word.Deletion': 'w:del',
  // Former properties and the words of comments are no text.
  'Word.Formatting': 'w:rPrChange',
  'Word.Comment': 'w:rPrChange',
};

/** An element of Word 2003 XML under the name it has in .docx. */
export const modernName = (name: string, attributes: XmlAttributes): string =>
  name === 'aml:annotation' ? (revisions[attributes['w:type'] ?? ''] ?? name) : (names[name] ?? name);

/** Its attributes under the names and with the values they have in .docx. */
export const modernAttributes = (name: string, attributes: XmlAttributes): XmlAttributes => {
  switch (name) {
    case 'w:listDef':
      return { 'w:abstractNumId': attributes['w:listDefId'] ?? '' };
    case 'w:list':
      return { 'w:numId': attributes['w:ilfo'] ?? '' };
    case 'w:nfc':
      return { 'w:val': numberFormats[attributes['w:val'] ?? ''] ?? 'decimal' };
    case 'w:rFonts':
      return { ...attributes, 'w:eastAsia': attributes['w:fareast'] ?? '' };
    case 'w:ind':
      return renamed(attributes, { 'w:first-line': 'w:firstLine', 'w:first-line-chars': 'w:firstLineChars' });
    case 'w:spacing': {
      const rule = attributes['w:line-rule'];
      return rule === undefined ? attributes : { ...attributes, 'w:lineRule': rule === 'at-least' ? 'atLeast' : rule };
    }
    case 'aml:annotation':
      return { 'w:author': attributes['aml:author'] ?? '' };
    default:
      return attributes;
  }
};

const renamed = (attributes: XmlAttributes, to: Readonly<Record<string, string>>): XmlAttributes =>
  Object.fromEntries(Object.entries(attributes).map(([key, value]) => [to[key] ?? key, value]));
