import type { PlaygroundMember, PlaygroundMessage } from '../../web-api.ts';
import { Icon, type IconName } from '../icon.tsx';

/** Feishu's names of reactions that bots use, as a sign and a word. */
const known: Readonly<Record<string, readonly [IconName, string]>> = {
  OnIt: ['clock', '在处理了'],
  OneSecond: ['clock', '稍等'],
  Typing: ['more', '正在输入'],
  Get: ['check', '收到'],
  OK: ['check', '好的'],
  DONE: ['check', '完成'],
  CheckMark: ['check', '通过'],
  CrossMark: ['close', '不通过'],
  Alarm: ['bell', '提醒'],
  THUMBSUP: ['up', '赞'],
};

interface ReactionsProperties {
  readonly reactions: PlaygroundMessage['reactions'];
  readonly members: ReadonlyMap<string, PlaygroundMember>;
}

export function Reactions({ reactions, members }: ReactionsProperties) {
  if (reactions.length === 0) return null;
  return (
    <ul className="reactions" aria-label="表情回复">
      {reactions.map(({ emoji, memberIds }) => {
        const [icon, word] = known[emoji] ?? (['dot', emoji] as const);
        return (
          <li key={emoji} className="reaction" title={emoji}>
            <Icon name={icon} />
            <span>{word}</span>
            <span className="reaction-names">
              {memberIds.map((id) => members.get(id)?.name ?? '未知成员').join('、')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
