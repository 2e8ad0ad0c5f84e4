import type { Rule } from '../rule.ts';

const kindWords =
  /(?:述[职廉责学法德纪效党评]|和|与|、|抓基层党建|基层党建|党建|年度|个人|领导干部|领导班子|班子成员|工作|总结|报告|汇报|材料|情况|对照检查|党风廉政建设|责任制|意识形态|主要|负责人|落实|履行|执行|开展|关于|的|及|自我|民主生活会|评议|考核|[（()）\d〇○一二三四五六七八九年月日上下半度季第—-])/g;

export const rule: Rule = {
  meta: {
    id: 'title-incomplete',
    title: '标题没有写明单位、职务或姓名',
    basis: '《党政机关公文处理工作条例》第九条：标题由发文机关名称、事由和文种组成',
    severity: 'should',
    family: 'structure',
    reportsOnly: true,
    examples: {
      good: [
        '县教育局局长成员甲2024年述职述廉报告\n现将情况报告如下：\n一、履职情况\n认真履职。\n二、廉洁情况\n严格自律。',
      ],
      bad: [
        {
          text: '个人述职述廉报告\n现将情况报告如下：\n一、履职情况\n认真履职。\n二、廉洁自律情况\n严格自律。',
          found: ['个人述职述廉报告'],
        },
      ],
    },
  },
  *check({ structure, context }) {
    const { title, signature, author } = structure;
    const { kind } = context;
    if (title === null || kind === null || kind.form === 'either' || signature !== null || author.name !== null) return;
    const who = title.value
      .replace(/(?:19|20)\d{2}/g, '')
      .replace(kindWords, '')
      .replace(/[\s“”·]/g, '');
    if (who !== '') return;
    const year = /(?:19|20)\d{2}|[二〇]{2}[一-九〇]{2}/.test(title.value);
    const wanted = kind.form === 'person' ? '单位、职务和姓名' : '单位名称';
    yield {
      start: title.start,
      end: title.end,
      message: `标题没有写明${year ? '' : '年度、'}${wanted}，正文末尾也没有署名，看不出是谁的报告`,
    };
  },
};
