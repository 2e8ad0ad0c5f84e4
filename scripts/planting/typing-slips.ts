import type { Wording } from '../../core/wording.ts';
import { confusablesOf } from '../../report/checking/confusables.ts';
import { homophonesOf } from '../../report/checking/homophones.ts';
import { wordsOf } from '../../report/checking/words.ts';
import { type DefectClass, type Dice, type Planted, pick, swap, table } from './planting.ts';

/** A word of a text, chosen at random among those of so many characters. */
const anyWord = (text: string, dice: Dice, least: number): { text: string; start: number } | null => {
  const paragraphs = [...text.matchAll(/[^\n]{40,}/g)];
  const paragraph = pick(paragraphs, dice);
  if (paragraph === undefined) return null;
  const words = wordsOf(paragraph[0], { start: 0, end: paragraph[0].length });
  const word = pick(
    words.filter((one) => one.text.length >= least && /^[一-龥]+$/.test(one.text)),
    dice,
  );
  return word === undefined ? null : { text: word.text, start: paragraph.index + word.start };
};

/** Changes one random word; null where the change finds nothing to do. */
const misspell =
  (least: number, wrong: (word: string, dice: Dice) => string | null, margin = 0): DefectClass['plant'] =>
  (text, dice): Planted | null => {
    const word = anyWord(text, dice, least);
    const words = word === null ? null : wrong(word.text, dice);
    if (word === null || words === null || words === word.text) return null;
    return {
      text: text.slice(0, word.start) + words + text.slice(word.start + word.text.length),
      start: Math.max(0, word.start - margin),
      end: word.start + words.length + margin,
    };
  };

const place = (word: string, dice: Dice): number => Math.floor(dice() * word.length);

/** Slips of whoever types. The look-alikes and sound-alikes are those of the word lists: figures here flatter a little. */
export const typingSlips = (wording: Wording): readonly DefectClass[] => {
  const confusables = confusablesOf(wording);
  const homophones = homophonesOf(wording);
  const confused = (word: string, dice: Dice): string | null => {
    const at = place(word, dice);
    const wrong = pick([...(confusables.get(word[at] ?? '') ?? [])].slice(0, 12), dice);
    return wrong === undefined ? null : word.slice(0, at) + wrong + word.slice(at + 1);
  };
  return [
    {
      name: '己已混淆',
      plant: table('已经>己经 自己>自已 早已>早己 为己任>为已任 克己>克已 律己>律已 已建成>己建成 已完成>己完成'),
    },
    {
      name: '常见别字',
      plant: table(
        '部署>布署 贯彻>贯沏 恪守>烙守 辐射>幅射 截至>截止 覆盖>复盖 竞争>竟争 践行>践形 拓展>托展 措施>措失 振兴>震兴 督促>督捉 堡垒>保垒 再接再厉>再接再励 一如既往>一如继往 弘扬>宏扬 巩固>巩故 融会贯通>融汇贯通 协调>谐调 防范>防犯 规范>规犯 履行>屡行 凝聚>凝具 攻坚>攻艰 决策>决册',
      ),
    },
    {
      name: '词中别字',
      plant: table(
        '建设>健设 发展>发站 管理>菅理 服务>服物 工作>工做 改革>改格 保障>保彰 安全>安金 经济>径济 社会>杜会 群众>群从 组织>组只 责任>责认 教育>教肓 环境>环竟 企业>企页 产业>产叶 质量>质亮 水平>水评 能力>能立 创新>创辛 生态>生太 就业>就叶 投资>投次 基础>基楚 制度>制渡 监督>监毒 基层>基曾 领导>领到 重点>重典',
      ),
    },
    {
      name: '近义混用',
      plant: table(
        '反映>反应 必须>必需 作为>做为 权力>权利 以致>以至 度过>渡过 泄露>泻露 其他>其它 账户>帐户 沟通>勾通 松懈>松解 凑合>凑和 部分>部份 身份>身分 启动>起动 按照>按着 制约>制药 形势>形式 事迹>事绩 营利>赢利 检查>检察 考察>考查 公正>公证 法治>法制',
      ),
    },
    { name: '任意词音形近', plant: misspell(2, confused) },
    { name: '长词音形近', plant: misspell(3, confused) },
    {
      name: '同音词',
      plant: misspell(2, (word, dice) => pick(homophones.get(word) ?? [], dice) ?? null),
    },
    {
      name: '漏字',
      plant: misspell(
        3,
        (word, dice) => {
          const at = place(word, dice);
          return word.slice(0, at) + word.slice(at + 1);
        },
        1,
      ),
    },
    {
      name: '叠字',
      plant: misspell(2, (word, dice) => {
        const at = place(word, dice);
        return word.slice(0, at) + word[at] + word.slice(at);
      }),
    },
    {
      name: '颠倒',
      plant: misspell(2, (word, dice) => {
        const at = Math.floor(dice() * (word.length - 1));
        return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
      }),
    },
    {
      name: '字词重复',
      plant: swap(/切实|不断|认真|进一步|积极|的(?=[一-龥]{2})/g, ([words]) => words + words, 0),
    },
    { name: '任意词重复', plant: misspell(2, (word) => word + word) },
    { name: '句号重复', plant: swap(/。(?=[一-龥\n])/g, () => '。。', 0) },
    {
      name: '标点相撞',
      plant: swap(/，(?=[一-龥])/g, (_, dice) => pick(['，，', '，。', '。，', '、，'], dice) ?? '，，', 0),
    },
    { name: '后引号丢失', plant: swap(/“[一-龥]{2,8}”/g, ([words]) => words.slice(0, -1), 6) },
    { name: '前引号丢失', plant: swap(/“[一-龥]{2,8}”/g, ([words]) => words.slice(1), 6) },
    { name: '书名号丢失', plant: swap(/《[一-龥]{4,20}》/g, ([words]) => words.slice(0, -1), 10) },
    { name: '右括号丢失', plant: swap(/（[一-龥]{2,12}）/g, ([words]) => words.slice(0, -1), 8) },
    { name: '左括号丢失', plant: swap(/（[一-龥]{2,12}）/g, ([words]) => words.slice(1), 8) },
    { name: '英文逗号', plant: swap(/(?<=[一-龥])，(?=[一-龥])/g, () => ',', 0) },
    { name: '英文句点', plant: swap(/(?<=[一-龥])。(?=[一-龥\n])/g, () => '.', 0) },
    { name: '半角括号', plant: swap(/（[一-龥]{2,12}）/g, ([words]) => `(${words.slice(1)}`, 0) },
    { name: '段末缺句号', plant: swap(/(?<=[一-龥]{6})。(?=\n)/g, () => '', 6) },
    { name: '段末误作逗号', plant: swap(/(?<=[一-龥]{6})。(?=\n)/g, () => '，', 0) },
    { name: '句间漏句号', plant: swap(/(?<=[一-龥]{4})。(?=[一-龥]{4})/g, () => '', 2) },
    { name: '漏逗号', plant: swap(/(?<=[一-龥]{4})，(?=[一-龥]{4})/g, () => '', 2) },
  ];
};
