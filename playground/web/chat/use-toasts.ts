import { useCallback, useRef, useState } from 'react';

export interface Toast {
  readonly id: number;
  readonly type: 'info' | 'success' | 'error' | 'warning';
  readonly content: string;
}

const shownMs = 4000;

export function useToasts() {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const lastId = useRef(0);
  const show = useCallback((type: Toast['type'], content: string): void => {
    lastId.current += 1;
    const id = lastId.current;
    setToasts((known) => [...known.slice(-2), { id, type, content }]);
    window.setTimeout(() => setToasts((known) => known.filter((toast) => toast.id !== id)), shownMs);
  }, []);
  return { toasts, show };
}
