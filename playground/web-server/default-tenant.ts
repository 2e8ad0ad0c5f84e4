import type { FeishuEmulator } from '../emulator/feishu-emulator.ts';

const marks = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸', '子', '丑'];

/** Two groups the bot has just been added to and everybody's own chat with it, made on the first start only. */
export function furnish(emulator: FeishuEmulator): void {
  const { world, membership } = emulator;
  if (world.chats.size > 0) return;
  const people = marks.map((mark) => membership.addMember(`成员${mark}`).id);
  const organiser = membership.addMember('组织科科长').id;
  const clerk = membership.addMember('组织科干事').id;
  const groups: [string, string[]][] = [
    ['年度述职材料收集群', people],
    ['机关党支部工作群', people.slice(0, 6)],
  ];
  for (const [name, others] of groups) {
    const { id } = membership.addChat({ name, members: [organiser, clerk, ...others], botInside: false });
    membership.addBot(id, organiser);
  }
  for (const id of [organiser, clerk, ...people]) membership.p2pChat(id);
}
