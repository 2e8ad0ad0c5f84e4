import type { NudgeTone } from '../../core/reminder-policy.ts';

interface Due {
  readonly name: string;
  /** 12月31日（周四） */
  readonly date: string;
  readonly clock: string;
  /** 今天, 明天, or null for any other day. */
  readonly day: string | null;
  readonly workingDays: number;
  /** Time left, null after the deadline. */
  readonly rest: string | null;
}

interface ToneWords {
  readonly opening: (due: Due, inPrivate: boolean) => string;
  readonly closing: (inPrivate: boolean) => string;
}

const when = ({ day, date, clock }: Due): string => (day === null ? `${date}${clock}` : `${day} ${clock}`);
const left = ({ workingDays, rest, day }: Due): string => {
  if (rest === null) return '';
  return day === null && workingDays > 0 ? `，还有 ${workingDays} 个工作日` : `，还有 ${rest}`;
};

/** Nudges, politer the earlier they come; every one says what to do. */
const tones: Readonly<Record<NudgeTone, ToneWords>> = {
  early: {
    opening: (due, inPrivate) => `${inPrivate ? '您好' : '各位好'}，《${due.name}》${when(due)} 截止${left(due)}。`,
    closing: (inPrivate) =>
      inPrivate ? '方便时把初稿发到群里或发给我，我先帮您过一遍。' : '方便时把初稿发到群里，我先帮您过一遍。',
  },
  soon: {
    opening: (due, inPrivate) => `${inPrivate ? '您好，' : ''}《${due.name}》${when(due)} 截止${left(due)}。`,
    closing: () => '还没有收到您的报告，请抓紧发来；需要延期请告诉组织者。',
  },
  hours: {
    opening: (due) => `《${due.name}》${when(due)} 截止${left(due)}。`,
    closing: () => '请尽快把报告发来，有困难请马上告诉组织者。',
  },
  due: {
    opening: (due) => `《${due.name}》已到截止时间（${due.date}${due.clock}）。`,
    closing: () => '还没有收到您的报告，请尽快补交，组织者已知悉。',
  },
  late: {
    opening: (due) => `《${due.name}》已于 ${due.date}${due.clock} 截止。`,
    closing: () => '还差您的报告，请今天补交；确有困难请直接和组织者说明。',
  },
};

export const nudgeWords = {
  tones,
  title: (names: readonly string[]) => `交稿提醒 · ${names.join('、')}`,
  standing: (done: number, total: number) => `已交 ${done}/${total}。`,
  unreadable: (inPrivate: boolean) =>
    inPrivate
      ? '您发来的文件没能读出，请按它下面卡片上的提示处理后重新发送。'
      : '发来的文件没能读出，请按它下面卡片上的提示处理后重新发送。',
  unassigned: (inPrivate: boolean) =>
    inPrivate
      ? '您发来的文件还没选交到哪一项，请点它下面卡片上的按钮。'
      : '发来的文件还没选交到哪一项，请点它下面卡片上的按钮。',
  dayToday: '今天',
  dayTomorrow: '明天',
  today: '我今天交',
  snooze: '稍后提醒',
  inPrivate: '私聊提醒我',
  inChat: '改回群里提醒',
  toastSnoozed: (until: string) => `好的，${until}前不再提醒您这件事`,
  toastToday: '好的，今天不再提醒，等您的报告',
  toastPrivate: '好的，以后私聊提醒您，不在群里点名',
  toastInChat: '好的，以后在群里提醒您',
  toastClosed: '这次收集已经结束，不会再提醒',
  toastNudging: '好的，马上提醒还没有交的人',
  toastCoolDown: (clock: string) => `刚刚催过，${clock} 以后可以再催`,
} as const;
