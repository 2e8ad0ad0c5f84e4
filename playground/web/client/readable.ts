const day = 86_400_000;
const two = (value: number): string => String(value).padStart(2, '0');
const startOfDay = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

/** "14:05", "昨天 14:05", "11月20日 14:05", "2025年11月20日 14:05". Both in milliseconds. */
export function timeLabel(at: number, now: number): string {
  const instant = new Date(at);
  const clock = `${two(instant.getHours())}:${two(instant.getMinutes())}`;
  const today = new Date(now);
  const days = Math.round((startOfDay(today) - startOfDay(instant)) / day);
  if (days === 0) return clock;
  if (days === 1) return `昨天 ${clock}`;
  const date = `${instant.getMonth() + 1}月${instant.getDate()}日`;
  return instant.getFullYear() === today.getFullYear()
    ? `${date} ${clock}`
    : `${instant.getFullYear()}年${date} ${clock}`;
}

/** The same for a narrow list: the clock today, the date before. */
export const shortTimeLabel = (at: number, now: number): string => timeLabel(at, now).replace(/(天|日) .*$/u, '$1');

/** "812 B", "35.2 KB", "4.0 MB". */
export function sizeLabel(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

/** A file name cut in its middle, so that its ending stays. */
export function shortName(name: string, longest = 36): string {
  if (name.length <= longest) return name;
  const tail = 12;
  return `${name.slice(0, longest - tail - 1)}…${name.slice(-tail)}`;
}
