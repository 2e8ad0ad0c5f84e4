import type { MemberRef } from '../../core/chat-event.ts';
import { surnames } from '../../report/checking/surnames.ts';

/** Whom words name, with the words that do; `unknown`: somebody who is not told apart among the members. */
export type NamedMember = { readonly member: MemberRef; readonly words: string } | { readonly unknown: string } | null;

const behindName = '(?:的|那[份篇个稿]|这[份篇个稿])';
/** 小王的, 王局的, 王主任那份. */
const spoken = new RegExp(
  `^((?:小|老|阿)(\\p{Script=Han})|(\\p{Script=Han})(?:副?(?:书记|主任|局长?|处长?|科长?|院长?|校长?|部长?|队长?|所长?|站长?|股长?|镇长|乡长)|总|工|老师|哥|姐))${behindName}`,
  'u',
);
/** A whole name right before what somebody wrote. */
const whole = /^(\p{Script=Han}{2,3})(?:的|那份)(?:报告|述职|总结|材料|稿)/u;
const noName = /^(?:方案|江苏|马上|石油|金融|高校|万元|任务|程序|武装|严格|白天|周期|龙头|向上|大家|各位|全体|所有)/u;

/** The member whose report is asked about by name; a name that fits nobody or several is never taken for the asker. */
export const memberNamedIn = (words: string, members: readonly MemberRef[]): NamedMember => {
  const byName = members
    .filter(({ name }) => name !== undefined && name.length >= 2)
    .map((member) => ({
      member,
      found: new RegExp(`${escaped(member.name ?? '')}(?:的|那[份篇]|(?=报告|述职|总结|第))`, 'u').exec(words),
    }))
    .filter(({ found }) => found !== null)
    .sort((a, b) => (b.member.name?.length ?? 0) - (a.member.name?.length ?? 0))[0];
  if (byName !== undefined) return { member: byName.member, words: byName.found?.[0] ?? '' };
  const called = spoken.exec(words);
  const surname = called?.[2] ?? called?.[3];
  if (called !== null && surname !== undefined && surnames.has(surname)) {
    const fitting = members.filter(({ name }) => name?.startsWith(surname));
    const [only] = fitting;
    return only !== undefined && fitting.length === 1
      ? { member: only, words: called[0] }
      : { unknown: called[1] ?? '' };
  }
  const name = whole.exec(words)?.[1];
  return name !== undefined && surnames.has(name[0] ?? '') && !noName.test(name) ? { unknown: name } : null;
};

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
