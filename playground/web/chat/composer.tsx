import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { PlaygroundMessage } from '../../web-api.ts';
import { encodeMentions, type Mentionable, matchPeople, mentionAtCaret } from '../client/mentions.ts';
import { Icon } from '../icon.tsx';
import { ComposerTools } from './composer-tools.tsx';
import { type MentionEntry, MentionPopup, optionId } from './mention-popup.tsx';
import { preview } from './preview.ts';

interface ComposerProperties {
  /** Whom the words go to. */
  readonly recipient: string;
  /** What was typed and not sent is kept under this. */
  readonly draftKey: string;
  /** Bots first, then everybody, then the members. */
  readonly mentionable: readonly MentionEntry[];
  readonly replyTo: { message: PlaygroundMessage; name: string } | null;
  /** Resolves to whether it was sent: what was not stays in the box. */
  onSend(text: string): Promise<boolean>;
  onFiles(files: readonly File[]): void;
  onCancelReply(): void;
}

/** A hint of one line also on a phone. */
const cutName = (name: string): string => (name.length > 10 ? `${name.slice(0, 9)}…` : name);

/** Texts not sent yet, until the page is closed. */
const drafts = new Map<string, string>();

/** The message box. Enter sends, Shift+Enter breaks the line; Enter that ends an input method's choice does neither. */
export function Composer({
  recipient,
  draftKey,
  mentionable,
  replyTo,
  onSend,
  onFiles,
  onCancelReply,
}: ComposerProperties) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setDraft] = useState(() => drafts.get(draftKey) ?? '');
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState<Mentionable[]>([]);
  const [active, setActive] = useState(0);
  const [dismissedAt, setDismissedAt] = useState(-1);
  const [sending, setSending] = useState(false);
  const popupId = useId();

  const typed = mentionAtCaret(text, caret);
  const entries = typed === null || typed.start === dismissedAt ? [] : matchPeople(mentionable, typed.query);
  const current = Math.min(active, entries.length - 1);

  useEffect(() => {
    if (replyTo !== null) box.current?.focus();
  }, [replyTo]);

  const setText = (next: string): void => {
    drafts.set(draftKey, next);
    setDraft(next);
  };

  const put = (next: string, at: number): void => {
    setText(next);
    setCaret(at);
    setActive(0);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(at, at);
    });
  };

  const choose = (entry: MentionEntry): void => {
    if (typed === null) return;
    const inserted = `@${entry.name} `;
    setChosen([...chosen, { id: entry.id, name: entry.name }]);
    put(text.slice(0, typed.start) + inserted + text.slice(caret), typed.start + inserted.length);
  };

  const beginMention = (): void => {
    const gap = caret > 0 && !/\s$/u.test(text.slice(0, caret)) ? ' ' : '';
    setDismissedAt(-1);
    put(`${text.slice(0, caret)}${gap}@${text.slice(caret)}`, caret + gap.length + 1);
  };

  const send = async (): Promise<void> => {
    const words = text.trim();
    if (words === '' || sending) return;
    setSending(true);
    const sent = await onSend(encodeMentions(words, mentionable, chosen));
    setSending(false);
    if (!sent) return;
    setChosen([]);
    put('', 0);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // 229 is what browsers that report the end of the composition too early give the key.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const entry = entries[current];
    if (entry !== undefined) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        const step = event.key === 'ArrowDown' ? 1 : -1;
        setActive((current + step + entries.length) % entries.length);
        return;
      }
      if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault();
        choose(entry);
        return;
      }
    }
    if (event.key === 'Escape') {
      if (entry !== undefined && typed !== null) setDismissedAt(typed.start);
      else onCancelReply();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  };

  return (
    <div className="composer">
      {entries.length > 0 && <MentionPopup id={popupId} entries={entries} active={current} onChoose={choose} />}
      {replyTo !== null && (
        <div className="replying">
          <span className="cut">
            回复 {replyTo.name}：{preview(replyTo.message.content)}
          </span>
          <button type="button" className="round-button" aria-label="取消回复" title="取消回复" onClick={onCancelReply}>
            <Icon name="close" />
          </button>
        </div>
      )}
      <div className="composer-box">
        <textarea
          ref={box}
          rows={1}
          enterKeyHint="send"
          value={text}
          placeholder={`发送给 ${cutName(recipient)}`}
          aria-label={`发送给 ${recipient}`}
          role="combobox"
          aria-expanded={entries.length > 0}
          aria-controls={popupId}
          aria-autocomplete="list"
          aria-activedescendant={entries.length > 0 ? optionId(popupId, current) : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setCaret(event.target.selectionStart);
            setActive(0);
            setDismissedAt(-1);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const files = [...event.clipboardData.files];
            if (files.length === 0) return;
            event.preventDefault();
            onFiles(files);
          }}
        />
        <ComposerTools
          sendable={text.trim() !== '' && !sending}
          onMention={beginMention}
          onFiles={onFiles}
          onSend={() => void send()}
        />
      </div>
    </div>
  );
}
