import { type RefObject, useEffect } from 'react';

/** Calls `close` on Escape and on a click outside of the element, while `open`. Not on the press: what closes would
 * move the thing being clicked away from under the pointer. After Escape the focus is back on what opened it. */
export function useDismiss(element: RefObject<HTMLElement | null>, open: boolean, close: () => void): void {
  useEffect(() => {
    if (!open) return;
    const press = (event: MouseEvent): void => {
      if (event.target instanceof Node && !element.current?.contains(event.target)) close();
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      element.current?.querySelector('button')?.focus();
      close();
    };
    document.addEventListener('click', press);
    document.addEventListener('keydown', key);
    return () => {
      document.removeEventListener('click', press);
      document.removeEventListener('keydown', key);
    };
  }, [element, open, close]);
}
