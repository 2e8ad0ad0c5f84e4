import { useState } from 'react';
import type { PlaygroundMember } from '../../web-api.ts';
import { Icon } from '../icon.tsx';
import { Avatar } from './avatar.tsx';

interface MemberListProperties {
  readonly members: readonly PlaygroundMember[];
  readonly viewerId: string;
  onActAs(memberId: string): void;
}

/** The people one may act as; bots are listed but cannot be chosen. */
export function MemberList({ members, viewerId, onActAs }: MemberListProperties) {
  const [query, setQuery] = useState('');
  const matching = members.filter(({ name }) => name.toLowerCase().includes(query.trim().toLowerCase()));
  return (
    <div className="member-list">
      {members.length > 8 && (
        <div className="search">
          <Icon name="search" />
          <input
            type="search"
            value={query}
            placeholder="搜索成员"
            aria-label="搜索成员"
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
      )}
      <ul>
        {matching.map(({ id, name, colour, isBot }) => (
          <li key={id}>
            {isBot ? (
              <div className="member">
                <Avatar name={name} colour={colour} kind="bot" />
                <span className="cut">{name}</span>
                <span className="bot-mark">机器人</span>
              </div>
            ) : (
              <button
                type="button"
                className={`member ${id === viewerId ? 'current' : ''}`}
                aria-pressed={id === viewerId}
                aria-label={`以${name}的身份发言`}
                title={name}
                onClick={() => onActAs(id)}
              >
                <Avatar name={name} colour={colour} />
                <span className="cut">{name}</span>
                <span className="act-as">{id === viewerId ? '当前身份' : '以此身份发言'}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {matching.length === 0 && <p className="nobody">没有找到“{query}”</p>}
    </div>
  );
}
