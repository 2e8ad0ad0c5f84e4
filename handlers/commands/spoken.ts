/**
 * What people say instead of a command's name, as the whole message without marks → that name. In NFKC; mentions stand as
 * @name.
 */
const phrases: readonly (readonly [RegExp, string])[] = [
  // 还差谁, 还剩几个人没交
  [
    /^(?:还|现在|目前|一共)*(?:差|缺|剩下?)的?是?(?:谁|哪(?:些|几个|位)?人?|几个?人?|多少人?)(?:没有?[交报])?[了啊呢呀]*$/u,
    '进度',
  ],
  // 还有谁没有交, 哪些人交了, 大家都交了吗
  [
    /^(?:现在|目前|还|都|到底)*有?(?:谁|哪(?:些|几个?|位)人?|几个?人|多少人|大家|各位)(?:还|都|已经?)*(?:没有?|未)?[交报](?:上来|齐)?[了过]?(?:的|稿|报告|材料)*[了吗没啊呢呀]*$/u,
    '进度',
  ],
  // 交了几个了, 收到多少份, 都交齐了吗
  [
    /^(?:现在|目前|已经?|一共|总共)*[交收](?:到|上来|齐)?了?(?:几|多少)[个份人篇]?(?:人|报告|材料|稿子?)?[了啊呢]*$/u,
    '进度',
  ],
  [/^(?:现在|目前|大家|全部|报告|材料|都|已经)*(?:[交收]齐|交完|交全)了?(?:吗|没有?|了)*$/u, '进度'],
  // 我交了吗, @成员甲 交了没有
  [
    /^(?:我|本人|@[^\s催]{1,20}?|\p{Script=Han}{2,4}?)?(?:的(?:报告|材料|稿子?|总结))?(?:已经|到底)?(?:[交报]了(?:没有?|吗|么)|交没交|有没有交)[啊呢呀]?$/u,
    '我交了吗',
  ],
  // 截至什么时候, 几号截止, 还有几天
  [/^截至(?:时间|日期)?是?(?:什么时候|啥时候|哪天|几[号点]|何时)?[啊呢呀]?$/u, '截止'],
  [
    /^最?[晚迟]?(?:到底)?(?:什么时候|啥时候|何时|哪天|几[号点]|几月几[号日])之?前?(?:要|得)?(?:交|截止|到期)[啊呢呀]?$/u,
    '截止',
  ],
  [/^(?:离截止|距离?截止)?还[有剩]下?(?:几天|多久|多长时间|多少时间|多少天)[啊呢呀]?$/u, '截止'],
  // 字数要求是多少, 要交什么, 怎么命名
  [
    /^(?:收稿|这次|报告|材料|文件|格式|字数|篇幅|命名|文件名|内容)*的?[有是]?(?:什么|哪些|啥)?要求是?(?:什么|多少|啥)?[啊呢]?$/u,
    '要求',
  ],
  [/^(?:这次|需?要|我们|都|到底)*(?:交|收)的?是?些?(?:什么|啥|哪些)(?:材料|报告|东西|内容)?[啊呢呀]?$/u, '要求'],
  [/^(?:需?要|得)?[写交]?多少字[啊呢]?$|^(?:文件名?|报告)?(?:怎么|如何)(?:命名|起名|取名)[啊呢]?$/u, '要求'],
  // 能不能晚两天交, 我明天交行吗
  [
    /^(?:我们?|这个|报告|材料|稿子|能不能|能否|能|可不可以|可以|想|要)*(?:推迟|晚|迟|缓)(?:几|一|两|二|三|\d)?(?:点|些|下|天|个?星期|周|个?小时)*再?(?:交|报|提交|发)(?:可以|行|好)?[吗么不嘛啊呢]*$/u,
    '晚交',
  ],
  [
    /^(?:我们?|报告|材料)*(?:明天|后天|下周[一二三四五]?|周[一二三四五六日末]|晚点|过几天)再?(?:交|发|报)(?:可以|行|好|来得及)[吗么不嘛]?$/u,
    '晚交',
  ],
  // 这份是替@成员甲交的
  [/^(?:这份?|那份|上面|刚才)*[是算]?我?[代替帮]@[^\s催]+?(?:提?交的?|报的?|发的?|的)$/u, '代交'],
];

const MOST = 40;

/** The name of the command that a whole message stands for; null for any other words. */
export const spokenFor = (words: string): string | null => {
  const plain = words.normalize('NFKC').replace(/[\s,。!！?？~，、…]+/gu, '');
  if (plain.length > MOST) return null;
  return phrases.find(([phrase]) => phrase.test(plain))?.[1] ?? null;
};

const talk: readonly (readonly [RegExp, 'thanks' | 'fine' | 'greeting'])[] = [
  [/^(?:谢谢|多谢|感谢|谢了|辛苦|麻烦)(?:了|你|您|啦|啊)*$/u, 'thanks'],
  [/^(?:好的?|收到|嗯+|行|ok|知道了|明白了?|了解|没事了?)[了吧啊哦的呢]*$/iu, 'fine'],
  [/^(?:[你您]好|在吗|在不在|hi|hello|早上好|上午好|下午好)[啊呀呢]*$/iu, 'greeting'],
];

/** Words of courtesy and nothing else. */
export const smallTalk = (words: string): 'thanks' | 'fine' | 'greeting' | null => {
  const plain = words.normalize('NFKC').replace(/[\s,。!！?？~，、…]+/gu, '');
  return talk.find(([phrase]) => phrase.test(plain))?.[1] ?? null;
};

/** The name that words begin with but for one wrong character; a short name must be the whole message. */
export const mistyped = (words: string, names: readonly string[]): string | null => {
  const plain = [...words.normalize('NFKC').replace(/\s+/gu, '')];
  const isNear = (name: string): boolean => {
    const wanted = [...name];
    if (wanted.length < 2 || plain.length < wanted.length) return false;
    if (wanted.length < 3 && plain.length !== wanted.length) return false;
    return wanted.filter((character, at) => character !== plain[at]).length === 1;
  };
  return plain.length > MOST ? null : (names.find(isNear) ?? null);
};
