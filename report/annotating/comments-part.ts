import { commentAuthor } from './comment-text.ts';
import { escapeXml } from './xml-text.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const commentsType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const commentsContent = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

export interface NewComment {
  readonly id: number;
  /** One paragraph each. */
  readonly lines: readonly string[];
}

/** The comments part with the new comments behind its own; `xml` is null when the file has none yet. */
export const withComments = (xml: string | null, comments: readonly NewComment[], date: string): string => {
  const prefix = xml === null ? 'w:' : (/<((?:[\w.-]+:)?)comments[\s>/]/.exec(xml)?.[1] ?? 'w:');
  const added = comments.map((comment) => commentXml(comment, date)).join('');
  const own = prefix === 'w:' ? added : added.replace(/(<\/?| )w:/g, `$1${prefix}`);
  if (xml === null)
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${main}">${own}</w:comments>`;
  const closing = xml.lastIndexOf(`</${prefix}comments`);
  if (closing >= 0) return xml.slice(0, closing) + own + xml.slice(closing);
  return xml.replace(
    new RegExp(`<(${prefix}comments)([^>]*?)/>`),
    (_, name, rest) => `<${name}${rest}>${own}</${name}>`,
  );
};

/** Nine points: a file's body size may be sixteen. */
const look = '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>';

const commentXml = ({ id, lines }: NewComment, date: string): string => {
  const paragraphs = lines.map(
    (line) => `<w:p><w:r>${look}<w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`,
  );
  return `<w:comment w:id="${id}" w:author="${commentAuthor.name}" w:date="${date}" w:initials="${commentAuthor.initials}">${paragraphs.join('')}</w:comment>`;
};

/** The first id that no comment or tracked change of these parts uses. */
export const nextId = (...parts: readonly (string | null)[]): number => {
  let highest = 0;
  for (const part of parts) {
    for (const [, id] of (part ?? '').matchAll(
      /<(?:[\w.-]+:)?(?:comment\w*|ins|del|moveFrom\w*|moveTo\w*|bookmarkStart)\b[^>]*?[\w.-]+:id="(\d{1,9})"/g,
    ))
      highest = Math.max(highest, Number(id));
  }
  return highest + 1;
};

/** [Content_Types].xml that declares the comments part. */
export const withContentType = (xml: string, part: string): string => {
  if (xml.includes(`PartName="/${part}"`)) return xml;
  const prefix = /<((?:[\w.-]+:)?)Types[\s>]/.exec(xml)?.[1] ?? '';
  const override = `<${prefix}Override PartName="/${part}" ContentType="${commentsContent}"/>`;
  return xml.replace(`</${prefix}Types>`, `${override}</${prefix}Types>`);
};

/** The main part's relationships with one to the comments part; `xml` is null when there were none. */
export const withRelationship = (xml: string | null, target: string): string => {
  const own =
    xml ?? '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  if (own.includes('/relationships/comments"')) return own;
  const prefix = /<((?:[\w.-]+:)?)Relationships[\s>]/.exec(own)?.[1] ?? '';
  const entry = `<${prefix}Relationship Id="rIdCuigaoComments" Type="${commentsType}" Target="${target}"/>`;
  return own.includes(`</${prefix}Relationships>`)
    ? own.replace(`</${prefix}Relationships>`, `${entry}</${prefix}Relationships>`)
    : own.replace(/<((?:[\w.-]+:)?Relationships)([^>]*?)\/>/, (_, name, rest) => `<${name}${rest}>${entry}</${name}>`);
};
