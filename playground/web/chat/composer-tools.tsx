import { useRef } from 'react';
import { Icon } from '../icon.tsx';

interface ToolsProperties {
  readonly sendable: boolean;
  onMention(): void;
  onFiles(files: readonly File[]): void;
  onSend(): void;
}

/** The buttons of the message box. */
export function ComposerTools({ sendable, onMention, onFiles, onSend }: ToolsProperties) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="composer-tools">
      <button type="button" className="round-button" aria-label="@提及" title="@提及" onClick={onMention}>
        <Icon name="at" />
      </button>
      <button
        type="button"
        className="round-button"
        aria-label="发送文件"
        title="发送文件"
        onClick={() => picker.current?.click()}
      >
        <Icon name="attach" />
      </button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label="选择文件"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <button
        type="button"
        className="send-button"
        aria-label="发送"
        title="发送（Enter）"
        disabled={!sendable}
        onClick={onSend}
      >
        <Icon name="send" />
      </button>
    </div>
  );
}
