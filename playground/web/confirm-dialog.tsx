import { useEffect, useId, useRef } from 'react';

interface ConfirmProperties {
  readonly title: string;
  readonly text: string;
  readonly confirmLabel?: string;
  onConfirm(): void;
  onCancel(): void;
}

/** Asks before something happens. The browser's own dialog keeps the focus inside and closes on Escape. */
export function ConfirmDialog({ title, text, confirmLabel = '确定', onConfirm, onCancel }: ConfirmProperties) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={id}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
      onCancel={onCancel}
    >
      <h2 id={id}>{title || '请确认'}</h2>
      {text !== '' && <p>{text}</p>}
      <div className="confirm-actions">
        <button type="button" className="quiet" onClick={onCancel}>
          取消
        </button>
        <button type="button" className="solid" onClick={onConfirm}>
          {confirmLabel}
        </button>
      </div>
    </dialog>
  );
}
