/** Reading card JSON whose shape nobody has promised: every reader answers with a harmless value instead of throwing. */
export type Json = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const record = (value: unknown): Json => (isRecord(value) ? value : {});

export const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

export const records = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);

export const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** The words of a text object ({tag, content, i18n}) or of a bare string; Chinese where there is a choice. */
export function wordsOf(value: unknown): string {
  if (!isRecord(value)) return text(value);
  const chinese = record(value.i18n).zh_cn ?? record(value.i18n_content).zh_cn;
  return text(chinese) || text(value.content);
}

export const isMarkdown = (value: unknown): boolean => {
  const tag = record(value).tag;
  return tag === 'lark_md' || tag === 'markdown';
};

/** Addresses a click may open: the web, mail and the Feishu client; anything else (javascript:, data:) is none. */
export function safeAddress(value: unknown): string | null {
  const address = text(value).trim();
  return /^(?:https?:\/\/|mailto:|lark:\/\/|feishu:\/\/)/iu.test(address) ? address : null;
}
