import type { Inline, RichText } from '../../../core/reply.ts';

/** Characters that mean something in the platform's Markdown, as entities: text can never become markup. */
const special = /[&<>*_~`[\]()#!|\\$:+\-"'=@]|(?<=www)\./giu;
/** "1." at a line's start would begin a list. */
const numbered = /(^|\n)([ \t]*\d+)\./gu;

const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu, '')
    .replace(special, (character) => `&#${character.codePointAt(0)};`)
    .replace(numbered, '$1$2&#46;')
    .replace(/\n[ \t]+/gu, '\n')
    .replace(/\n/gu, lineBreak);

/** A hard break in CommonMark, also a break where single newlines count. */
export const lineBreak = '  \n';

export type Tone = 'good' | 'warn' | 'bad' | 'plain';
const colours = { good: 'green', warn: 'orange', bad: 'red', plain: 'grey' } as const;
export const colourOf = (tone: Tone): (typeof colours)[Tone] => colours[tone];

/**
 * Emphasis between Chinese words: where the text begins or ends with punctuation, CommonMark would show the asterisks; a
 * zero-width space there keeps them effective.
 */
const bold = (text: string): string => {
  const words = text.trim();
  if (words === '') return '';
  const before = /^[\p{P}\p{S}]/u.test(words) ? '\u200b' : '';
  const after = /[\p{P}\p{S}]$/u.test(words) ? '\u200b' : '';
  return `**${before}${escapeText(words)}${after}**`;
};
const font = (colour: string, markdown: string): string =>
  markdown === '' ? '' : `<font color='${colour}'>${markdown}</font>`;

const idPattern = /^[A-Za-z0-9_-]{1,80}$/u;
const quoted = (text: string): string => (/^[“"「]/u.test(text) ? text : `“${text}”`);

const link = (text: string, href: string): string => {
  if (!URL.canParse(href)) return escapeText(text);
  const url = new URL(href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return escapeText(text);
  return `[${escapeText(text)}](${url.href.replace(/[()<>\s'"]/gu, (c) => encodeURIComponent(c).replace(/[()']/gu, (d) => `%${d.charCodeAt(0).toString(16)}`))})`;
};

const markdownOf = (part: Inline): string => {
  if (typeof part === 'string') return escapeText(part);
  if ('bold' in part) return bold(part.bold);
  if ('quote' in part) return escapeText(quoted(part.quote));
  if ('mention' in part) return idPattern.test(part.mention) ? `<at id=${part.mention}></at>` : '';
  if ('mentionAll' in part) return '<at id=all></at>';
  if ('link' in part) return link(part.link, part.href);
  if ('faint' in part) return font('grey', escapeText(part.faint));
  return font(colourOf(part.tone), escapeText(part.tinted));
};

/** Rich text in the platform's Markdown. */
export const toMarkdown = (text: RichText): string => text.map(markdownOf).join('');
export const toBold = (text: string, tone?: Tone): string => {
  const strong = bold(text);
  return tone === undefined || tone === 'plain' ? strong : font(colourOf(tone), strong);
};
/** The same in grey, but for what has a colour of its own. */
export const toFaint = (text: RichText): string => {
  let grey = '';
  let whole = '';
  for (const part of text) {
    if (typeof part === 'string' || 'bold' in part || 'quote' in part) grey += markdownOf(part);
    else if ('faint' in part) grey += escapeText(part.faint);
    else {
      whole += font('grey', grey) + markdownOf(part);
      grey = '';
    }
  }
  return whole + font('grey', grey);
};

const plainOf = (part: Inline): string => {
  if (typeof part === 'string') return part;
  if ('bold' in part) return part.bold;
  if ('quote' in part) return quoted(part.quote);
  if ('mention' in part || 'mentionAll' in part) return '';
  if ('link' in part) return part.link;
  if ('faint' in part) return part.faint;
  return part.tinted;
};

/** Rich text as bare words, for measuring, clipping and plain messages. */
export const toPlain = (text: RichText): string => text.map(plainOf).join('');

/** At most `length` characters, an ellipsis at the cut; surrogate pairs stay whole. */
export const clip = (text: string, length: number): string => {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  return `${/[\ud800-\udbff]$/u.test(cut) ? cut.slice(0, -1) : cut}…`;
};

/** Rich text clipped as a whole; links and mentions are kept or dropped, never cut. */
export const clipRich = (text: RichText, length: number): Inline[] => {
  const parts: Inline[] = [];
  let left = length;
  for (const part of text) {
    const size = Math.max(plainOf(part).length, isMention(part) ? mentionSize : 0);
    if (size <= left) {
      parts.push(part);
      left -= size;
      continue;
    }
    if (left > 1) parts.push(clippedPart(part, left));
    break;
  }
  return parts;
};

/** A mention is shown as a name, and its markup takes room. */
const mentionSize = 10;
const isMention = (part: Inline): boolean => typeof part === 'object' && ('mention' in part || 'mentionAll' in part);

const clippedPart = (part: Inline, length: number): Inline => {
  if (typeof part === 'string') return clip(part, length);
  if ('bold' in part) return { bold: clip(part.bold, length) };
  if ('quote' in part) return { quote: clip(part.quote, length) };
  if ('faint' in part) return { faint: clip(part.faint, length) };
  if ('tinted' in part) return { ...part, tinted: clip(part.tinted, length) };
  return isMention(part) ? '' : '…';
};
