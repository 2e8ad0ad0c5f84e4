import type { MemberRef } from '../../../core/chat-event.ts';
import { fileContentSchema, type Mention, type PostNode, postContentSchema, textContentSchema } from './schema.ts';

export interface MessageContent {
  readonly text: string;
  readonly files: { key: string; name: string }[];
  readonly mentionsBot: boolean;
  readonly mentions: MemberRef[];
  readonly mentionsAll: boolean;
}

/** The content of any message type; types that carry neither text nor files come back empty. `content` is JSON. */
export const readContent = (
  type: string,
  content: string,
  mentions: readonly Mention[],
  botId: string,
): MessageContent => {
  const parsed = parseJson(content);
  if (type === 'file') {
    const file = fileContentSchema.safeParse(parsed);
    return { ...empty, files: file.success ? [{ key: file.data.file_key, name: file.data.file_name }] : [] };
  }
  if (type === 'text') {
    const text = textContentSchema.safeParse(parsed);
    return text.success ? { ...resolveMentions(text.data.text, mentions, botId), files: [] } : empty;
  }
  if (type === 'post') return readPost(parsed, mentions, botId);
  return empty;
};

const empty: MessageContent = { text: '', files: [], mentionsBot: false, mentions: [], mentionsAll: false };

const readPost = (parsed: unknown, mentions: readonly Mention[], botId: string): MessageContent => {
  const post = postContentSchema.safeParse(unwrapLocale(parsed));
  if (!post.success) return empty;
  const nodes = post.data.content.flat();
  const known = withUnlisted(nodes, mentions);
  const lines = post.data.content.map((line) => line.map((node) => nodeText(node, known)).join(''));
  const text = [post.data.title ?? '', ...lines].filter((line) => line !== '').join('\n');
  return {
    ...resolveMentions(text, known, botId),
    files: nodes.flatMap((node) =>
      node.tag === 'file' && node.file_key ? [{ key: node.file_key, name: node.file_name ?? '未命名文件' }] : [],
    ),
  };
};

/** Posts name people by the keys of the mentions, some by their ids; those get keys of their own. */
const withUnlisted = (nodes: readonly PostNode[], mentions: readonly Mention[]): Mention[] => {
  const known = [...mentions];
  for (const node of nodes) {
    if (node.tag !== 'at' || !node.user_id?.startsWith('ou_')) continue;
    if (known.some((mention) => idOf(mention) === node.user_id)) continue;
    known.push({ key: `@_user_${1000 + known.length}`, name: node.user_name ?? '', id: node.user_id });
  }
  return known;
};

const nodeText = (node: PostNode, mentions: readonly Mention[]): string => {
  if (node.tag === 'a') {
    const text = node.text ?? '';
    return node.href === undefined || node.href === text ? text : `[${text}](${node.href})`;
  }
  if (node.tag === 'at') {
    if (node.user_id === 'all' || node.user_id === '@_all') return '@_all';
    if (node.user_id?.startsWith('@_')) return node.user_id;
    return mentions.find((mention) => idOf(mention) === node.user_id)?.key ?? `@${node.user_name ?? ''}`;
  }
  return node.text ?? '';
};

/** Some senders wrap a post in its language: {"zh_cn": {"title", "content"}}. */
const unwrapLocale = (parsed: unknown): unknown => {
  if (typeof parsed !== 'object' || parsed === null || 'content' in parsed) return parsed;
  return Object.values(parsed)[0];
};

const idOf = (mention: Mention): string | null =>
  typeof mention.id === 'string' ? mention.id : (mention.id?.open_id ?? null);

const resolveMentions = (text: string, mentions: readonly Mention[], botId: string): Omit<MessageContent, 'files'> => {
  const byKey = new Map(mentions.map((mention) => [mention.key, mention]));
  const people: MemberRef[] = [];
  let mentionsBot = false;
  let mentionsAll = false;
  const resolved = text.replace(/@_user_\d+|@_all/gu, (key) => {
    const mention = byKey.get(key);
    if (key === '@_all') {
      mentionsAll = true;
      return '@所有人';
    }
    if (mention === undefined) return key;
    const id = idOf(mention);
    if (id === botId) {
      mentionsBot = true;
      return '';
    }
    if (id !== null && !people.some((person) => person.id === id)) people.push({ id, name: mention.name });
    return `@${mention.name}`;
  });
  return { text: resolved.replace(/[ \t\u00a0]{2,}/gu, ' ').trim(), mentionsBot, mentions: people, mentionsAll };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
