import { useState } from 'react';

function read<T>(storage: Storage, key: string): T | undefined {
  try {
    const kept = storage.getItem(key);
    return kept === null ? undefined : (JSON.parse(kept) as T);
  } catch {
    return undefined;
  }
}

function write(storage: Storage, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage may be full or forbidden: the page works without.
  }
}

/** Of the whole browser, the same for all its tabs. */
export const readKept = <T>(key: string, fallback: T): T => read<T>(localStorage, key) ?? fallback;
export const keep = (key: string, value: unknown): void => write(localStorage, key, value);

/**
 * State of one tab that outlives a reload: two tabs are two people side by side. A new tab begins with what was chosen
 * last in any of them.
 */
export function useTabState<T>(key: string, fallback: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => read<T>(sessionStorage, key) ?? readKept(key, fallback));
  return [
    value,
    (next) => {
      setValue(next);
      write(sessionStorage, key, next);
      keep(key, next);
    },
  ];
}
