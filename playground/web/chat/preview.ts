import type { PlaygroundContent, PlaygroundMember, PlaygroundMessage } from '../../web-api.ts';
import { record, wordsOf } from '../card/card-json.ts';

/** The text of a message with its mentions as names. */
export function readableText(content: Extract<PlaygroundContent, { kind: 'text' }>): string {
  return content.mentions.reduce((words, { key, name }) => words.replaceAll(key, `@${name}`), content.text);
}

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
