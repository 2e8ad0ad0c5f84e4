import { useEffect, useRef, useState } from 'react';
import type { PlaygroundMember } from '../../web-api.ts';
import { Icon } from '../icon.tsx';
import { useDismiss } from '../use-dismiss.ts';
import { Avatar } from './avatar.tsx';
import { MemberList } from './member-list.tsx';

interface IdentityProperties {
  readonly viewer: PlaygroundMember;
  readonly members: readonly PlaygroundMember[];
  onActAs(memberId: string): void;
}

/** Who one is at present, and a list to become somebody else. */
export function IdentityMenu({ viewer, members, onActAs }: IdentityProperties) {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  useDismiss(frame, open, () => setOpen(false));
  // Among many, one types a name; on a touch screen that would bring up the keyboard over the list.
  useEffect(() => {
    if (open && window.matchMedia('(hover: hover)').matches) frame.current?.querySelector('input')?.focus();
  }, [open]);
  return (
    <div className="identity" ref={frame}>
      <button
        type="button"
        className="identity-button"
        aria-haspopup="true"
        aria-expanded={open}
        aria-label={`当前身份：${viewer.name}，点击切换`}
        onClick={() => setOpen(!open)}
      >
        <Avatar name={viewer.name} colour={viewer.colour} />
        <span className="identity-words">
          <span className="identity-hint">以此身份发言</span>
          <strong className="cut">{viewer.name}</strong>
        </span>
        <Icon name="down" />
      </button>
      {open && (
        <div className="popover identity-popover" role="dialog" aria-label="切换身份">
          <MemberList
            members={members.filter(({ isBot }) => !isBot)}
            viewerId={viewer.id}
            onActAs={(id) => {
              setOpen(false);
              onActAs(id);
            }}
          />
        </div>
      )}
    </div>
  );
}
