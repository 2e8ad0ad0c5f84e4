import { useEffect } from 'react';
import { everybody, type Mentionable } from '../client/mentions.ts';
import { Avatar } from './avatar.tsx';

export interface MentionEntry extends Mentionable {
  readonly colour: string;
  readonly isBot: boolean;
}

interface PopupProperties {
  readonly id: string;
  readonly entries: readonly MentionEntry[];
  readonly active: number;
  onChoose(entry: MentionEntry): void;
}

export const optionId = (popupId: string, index: number): string => `${popupId}-${index}`;

const kindOf = ({ id, isBot }: MentionEntry): 'bot' | 'group' | 'person' =>
  isBot ? 'bot' : id === everybody.id ? 'group' : 'person';

/** Whom "@" may mean. The focus stays in the message box: keys are handled there. */
export function MentionPopup({ id, entries, active, onChoose }: PopupProperties) {
  useEffect(() => {
    document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <div className="popover mention-popup" id={id} role="listbox" aria-label="选择要@的人">
      {entries.map((entry, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: reached with the arrow keys through aria-activedescendant
        // biome-ignore lint/a11y/useKeyWithClickEvents: the message box handles the keys
        <div
          key={entry.id}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          className={index === active ? 'active' : ''}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(entry)}
        >
          <Avatar name={entry.name} colour={entry.colour} kind={kindOf(entry)} />
          <span className="cut">{entry.name}</span>
          {entry.isBot && <span className="bot-mark">机器人</span>}
        </div>
      ))}
    </div>
  );
}
