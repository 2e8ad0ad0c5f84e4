import type { MemberState } from '../roster/member-states.ts';

/** What the bot says about a collection as a whole: its roster card, its end, its files. */
export const campaignWords = {
  rosterTitle: (name: string) => `收稿进度 · ${name}`,
  handedIn: '已交',
  passed: '合格',
  toMend: '待改',
  missing: '未交',
  returned: '已退回',
  late: '迟交',
  excused: '免交',
  closed: '已结束',
  over: '已截止',
  due: (date: string) => `截止 ${date}`,
  listed: (label: string, count: number) => `${label} ${count}`,
  andOthers: (count: number) => `等，另有 ${count} 人`,
  mustCount: (count: number) => `（${count} 处）`,
  checking: '（检查中）',
  onLeave: '（请假）',
  allIn: '全部交齐，辛苦各位！',
  nobodyAsked: '这次收集没有要交的人。',
  updated: (clock: string) => `更新于 ${clock}，有人交稿或撤回时自动更新`,
  movedTitle: (name: string) => `收稿进度 · ${name}（已移到下方）`,
  moved: '最新进度在本群靠下的那张卡片上。',
  nudgeNow: '立即催办',
  nudgeNowConfirm: '现在就提醒所有还没有交的人？',
  exportLedger: '导出台账',
  nameless: '（未署名）',
} as const;

/** Why somebody who sent something is missing all the same; nothing for who sent nothing. */
export const missingHint = (state: MemberState): string =>
  state === 'unreadable' ? '（文件没能读出）' : state === 'unassigned' ? '（还没选交到哪一项）' : '';
