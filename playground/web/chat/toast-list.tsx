import { Icon, type IconName } from '../icon.tsx';
import type { Toast } from './use-toasts.ts';

const icons: Readonly<Record<Toast['type'], IconName>> = {
  info: 'info',
  success: 'check',
  error: 'close',
  warning: 'alert',
};

export function ToastList({ toasts }: { toasts: readonly Toast[] }) {
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map(({ id, type, content }) => (
        <div key={id} className={`toast ${type}`}>
          <Icon name={icons[type] ?? 'info'} />
          <span>{content}</span>
        </div>
      ))}
    </div>
  );
}
