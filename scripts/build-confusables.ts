/**
 * Rebuilds config/wording/confusables.yaml: groups of common characters that sound alike (tones, zh/z, ch/c, sh/s,
 * ing/in and eng/en aside) and groups that look alike, some from experience, the others by their print. Usage: tsx scripts/build-confusables.ts CLEAN_TEXTS_DIR
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { cleanText, markdownFiles, yearOf } from './clean-texts.ts';
import { lookAlikes } from './look-alikes.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: tsx scripts/build-confusables.ts CLEAN_TEXTS_DIR');

/** Later years stay unseen, as a fair test of the rules. */
const lastYear = 2023;
const common = 3500;

const counts = new Map<string, number>();
for (const path of markdownFiles(folder).filter((path) => (yearOf(path) ?? 0) <= lastYear)) {
  for (const character of cleanText(path)) {
    if (/\p{Script=Han}/u.test(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
}
/** The everyday characters of GB 2312 (first level), sorted by sound there. */
const everyday = new Set<string>();
for (let high = 0xb0; high <= 0xd7; high += 1) {
  for (let low = 0xa1; low <= 0xfe; low += 1) {
    const character = new TextDecoder('gb18030').decode(new Uint8Array([high, low]));
    if (/\p{Script=Han}/u.test(character)) everyday.add(character);
  }
}
for (const character of everyday) if (!counts.has(character)) counts.set(character, 0);
const byUse = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
const characters = byUse.filter(([character], rank) => rank < common || everyday.has(character));

const groups = new Map<string, string>();
for (const [character] of characters) {
  const sounds = pinyin(character, { toneType: 'none', multiple: true, type: 'array' }).map((sound) =>
    sound.replace(/^([zcs])h/u, '$1').replace(/(?<=[ei])ng$/u, 'n'),
  );
  for (const sound of new Set(sounds)) groups.set(sound, (groups.get(sound) ?? '') + character);
}

const alike =
  '已己巳 未末 日曰目 土士 人入 千干于 天夭 大太 刀力 拨拔 折拆 侯候 竟竞 崇祟 薄簿 幅辐副 辨辩辫 予矛 捐损 贪贫 厉历励 徒徙 即既 免兔 享亨 今令 科料 洒酒 活话 恪烙格 治冶 建健 没设 挡档 仿防 待侍 住往 官宫 请清情晴睛 遂逐 嬴赢 泄泻 肓盲 侍待 稍捎 坚艰 兼廉谦 洁结 摸模膜 篮蓝 磐盘 署暑 疏梳 渡度 侧测则 伸申 慢漫 博搏 拍拘 抱报 贷货 哀衷 复覆履 振震 型形刑 标杆 淡谈 陪培赔 瞻赡 凑奏 峰锋 尊遵 勉免 拓托 恒桓 埋理 环坏 受爱 体休 买卖实 头买 农衣 各名 问间向 而面 丁厅 处外 白自 从丛 几凡 九丸 午牛 水永 古右石 由甲申 田由 王玉主 与写 广厂 气乞 风凤 旬句 乒兵 孟盂 冒昌 具真 直真 要耍 查杳 杏否 思恩 析折 枚牧 使便 佣拥 供洪 宜宣 受授 券卷 卷券 拴栓 抵低 底低抵 肖尚 党常 赏常 推堆 准淮 确角 设没 论抢 评坪 识织职 训驯 许计 讨付 让计'.split(
    ' ',
  );

/** So far apart, and so many for a character, that readers of print take one for the other. */
const inPrint = lookAlikes(
  byUse.slice(0, 3000).map(([character]) => character),
  0.5,
  3,
);

/** Many to a line: a file of thousands of lines takes long to read. */
const perLine = 24;
const lines = Array.from({ length: Math.ceil(inPrint.length / perLine) }, (_, at) =>
  inPrint.slice(at * perLine, (at + 1) * perLine).join(' '),
);

const rows = [...[...groups.values()].filter((group) => group.length > 1), ...new Set(alike), ...lines];
writeFileSync(
  join(import.meta.dirname, '../config/wording/confusables.yaml'),
  `# Characters that sound or look alike, one group a line or several pairs. Made by scripts/build-confusables.ts.\n${rows.map((row) => `- ${row}`).join('\n')}\n`,
);
