import type { PlaygroundContent, PlaygroundMember, PlaygroundMessage } from '../../web-api.ts';
import { record, wordsOf } from '../card/card-json.ts';
import { everybody } from '../client/mentions.ts';

type TextContent = Extract<PlaygroundContent, { kind: 'text' }>;

/** Everybody is mentioned by a key that no entry explains. */
const everybodyKey = { key: '@_all', ...everybody };

/** A text cut at its mentions. The longest key is tried first, since one may begin another. */
export function textPieces({ text, mentions }: TextContent): { text: string; mentionId?: string }[] {
  const known = [...mentions, everybodyKey].sort((a, b) => b.key.length - a.key.length);
  const keys = known.map(({ key }) => key.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return text.split(new RegExp(`(${keys.join('|')})`, 'u')).map((piece) => {
    const mention = known.find(({ key }) => key === piece);
    return mention === undefined ? { text: piece } : { text: `@${mention.name}`, mentionId: mention.id };
  });
}

/** The text of a message with its mentions as names. */
export const readableText = (content: TextContent): string =>
  textPieces(content)
    .map(({ text }) => text)
    .join('');

/** A message in one line, for the list of chats and for quotes. */
export function preview(content: PlaygroundContent): string {
  switch (content.kind) {
    case 'text':
      return readableText(content).replace(/\s+/gu, ' ');
    case 'file':
      return `[文件] ${content.name}`;
    case 'image':
      return '[图片]';
    case 'post':
      return content.title === '' ? '[富文本]' : content.title;
    case 'card': {
      const summary = wordsOf(record(record(content.card.config).summary));
      return `[卡片] ${summary || wordsOf(record(content.card.header).title)}`.trim();
    }
    case 'recalled':
      return '消息已撤回';
  }
}

export const previewWithName = (
  message: PlaygroundMessage,
  members: ReadonlyMap<string, PlaygroundMember>,
  viewerId: string,
): string => {
  const name = message.senderId === viewerId ? '我' : (members.get(message.senderId)?.name ?? '未知成员');
  if (message.content.kind === 'recalled') return `${message.senderId === viewerId ? '你' : name}撤回了一条消息`;
  return `${name}：${preview(message.content)}`;
};
