import type { ReportKind } from '../../core/report-kind.ts';
import type { Found, ReportAuthor } from '../../core/report-structure.ts';

const unitWords =
  '(?:委员会|管理局|分局|[省市县区州旗]局|局|厅|部|院|校|中心(?!小学|学校|校|医院|卫生院|幼儿园)|公司|集团|镇(?![^，。]{1,8}[学院校园])|乡(?![^，。]{1,8}[学院校园])|街道办事处|街道|办公室|办事处|办|处|科|站|所|大队|支队|中队|幼儿园|[案书物术文展]馆|学|会|社(?!会|区|员)|社区|(?<![驻农])村|银行|支行|政府|法院|检察院|党支部|党总支|支部|党委|党组|党工委|工委)';
const postWords =
  '(?:党组书记|党委书记|党总支书记|党支部书记|支部书记|党工委书记|总支书记|党组副书记|党委副书记|党组成员|党委委员|班子成员|纪委书记|纪检组长|副书记|书记|委员|成员|副局长|局长|副厅长|厅长|副部长|部长|副主任|主任|副处长|处长|副科长|科长|副镇长|镇长|副乡长|乡长|副县长|县长|副区长|区长|副市长|市长|副省长|省长|副州长|州长|副院长|院长|副校长|校长|副站长|站长|副所长|所长|大队长|支队长|中队长|副队长|队长|董事长|副总经理|总经理|副经理|经理|副主席|主席|副会长|会长|理事长|秘书长|园长|班主任|副行长|行长|总工程师|总会计师|一级调研员|二级调研员|三级调研员|四级调研员|调研员|一级主任科员|二级主任科员|主任科员|科员|组长|副组长|政委|教导员|指导员|辅导员|馆长|台长|社长|厂长|班长|教师|医生|护士长|护士|会计|出纳|干事|民警|检察官|法官|副检察长|检察长|庭长)';
const posts = `(?:[\\p{Script=Han}]{0,6}?${postWords})(?:[、兼和及，]\\s*[\\p{Script=Han}]{0,8}?${postWords}){0,4}`;
const titlePattern = new RegExp(`^([\\p{Script=Han}\\p{L}\\dX×＊*·（）()]{2,36}?${unitWords})?(${posts})(.*)$`, 'u');
const postAfter = (lead: string) =>
  new RegExp(
    `(?:${lead})([\\p{Script=Han}\\p{L}\\dX×＊*·（）()]{2,30}?${unitWords})?((?:[\\p{Script=Han}]{0,6}?)${postWords}(?:[、兼]\\s*[\\p{Script=Han}]{0,6}?${postWords}){0,3})`,
    'u',
  );
/** Words that lead to a post, surest first. */
const textPosts = [postAfter('现任|任命为|担任|本人任|我任|就任|出任|兼任'), postAfter('我是|本人是|作为|履行(?:好)?')];
const selfName = new RegExp(
  `(?:我叫|本人(?:叫|姓名)|我是[^，。怀从在到]{0,24}?${postWords})([\\p{Script=Han}]{2,3})(?=[，,。；、])`,
  'u',
);
const notAName = /(?:报告|总结|年度?|个人|关于|述职|述廉|述责|工作|材料|同志|情况|的)/u;

/** Who writes: person or unit, with unit, post and name as far as title, bylines, text and signature tell. */
export const readAuthor = (input: {
  readonly title: string | null;
  readonly bylines: readonly string[];
  readonly opening: string;
  readonly body: string;
  readonly signature: Found<string> | null;
  readonly kind: ReportKind | null;
}): ReportAuthor => {
  const fromTitle = input.title === null ? none : partsOfTitle(input.title);
  const named = unitOf(input.title, null, 'unknown');
  const form = formOf(input.kind, input.opening + input.body, {
    ofUnit: named !== null && fromTitle.post === null,
    ofLeaders: /班子(?!成员)/u.test(input.title ?? ''),
  });
  const fromBylines = input.bylines
    .map((byline) => partsOfByline(byline.replace(/^[（(]|[）)]$|^[^：:]{2,8}[：:]|^[—─―－-]+\s*/gu, '')))
    .find(({ post, name }) => post !== null || name !== null);
  const signed = input.signature === null || form === 'unit' ? none : partsOfTitle(input.signature.value);
  const fromText = form === 'unit' ? none : partsOfText(input.opening, input.body);
  const unit =
    fromTitle.unit ?? fromBylines?.unit ?? fromText.unit ?? signed.unit ?? unitOf(input.title, input.signature, form);
  if (form === 'unknown' && unit === null) return { form, unit, post: null, name: null };
  const post = form === 'unit' ? null : (fromTitle.post ?? fromBylines?.post ?? fromText.post ?? signed.post);
  const name =
    form === 'unit'
      ? null
      : (fromTitle.name ?? fromBylines?.name ?? fromText.name ?? signed.name ?? nameOf(input.signature, input.bylines));
  return { form, unit, post, name };
};

interface Parts {
  readonly unit: string | null;
  readonly post: string | null;
  readonly name: string | null;
}
const none: Parts = { unit: null, post: null, name: null };

/** A unit and a name without a post, set apart: 青石中学　张三. */
const unitAndName = new RegExp(
  `^\\s*([\\p{Script=Han}\\p{L}\\d]{2,24}?${unitWords})[\\s\\u3000]+([\\p{Script=Han}]{2,3})$`,
  'u',
);
const partsOfByline = (byline: string): Parts => {
  const found = unitAndName.exec(byline);
  const parts = partsOfTitle(byline);
  if (found === null || parts.post !== null) return parts;
  return { unit: found[1] ?? null, post: null, name: found[2] ?? null };
};

/** 在某某会议上: where a report was given, between who gave it and what it is. */
const occasion = /在[^在]{4,60}?(?:会议|大会|全会|全体会)上的?/u;

const partsOfTitle = (title: string): Parts => {
  const plain = title.replace(/[\s\u3000]/gu, '').replace(/^(?:关于|(?:20\d{2}|20[X×]{2})年度?)+/u, '');
  const comrade = /^([\p{Script=Han}]{2,3})同志(?=20|关于|述|年|个人|的)/u.exec(plain)?.[1];
  if (comrade !== undefined) return { ...none, name: comrade };
  const found = titlePattern.exec(plain.replace(occasion, ''));
  if (found === null) return none;
  const [, place, office, rest] = found;
  const government = /^(?:人民)?政府/u.exec(place === undefined ? '' : (office ?? ''))?.[0] ?? '';
  const unit = place === undefined ? undefined : place + government;
  const post = office?.slice(government.length);
  if (/^(?:抓|述|履|党建|工作|会|例会|办公)/u.test(rest ?? '') && unit === undefined)
    return { ...none, post: post ?? null };
  const name =
    /^([\p{Script=Han}]{2,3})(?=$|20|关于|个人|述|年度|同志|履|二〇|的(?:讲话|发言|报告))/u.exec(rest ?? '')?.[1] ??
    null;
  return {
    ...ofPartyBody(unit ?? null, post ?? null),
    name: name !== null && !notAName.test(name) ? name : null,
  };
};

/** 某局党支部 and 书记 are 某局 and its 党支部书记. */
const ofPartyBody = (unit: string | null, post: string | null): Pick<Parts, 'unit' | 'post'> => {
  const body =
    post === null || !/^(?:第一|副)?书记|^(?:班子)?成员|^[组宣纪]?[织传检]?委员/u.test(post)
      ? null
      : /(?:机关)?(?:党支部|支部|党总支|总支|党委|党组|党工委)$/u.exec(unit ?? '');
  if (unit === null || body === null) return { unit, post };
  return { unit: body.index === 0 ? null : unit.slice(0, body.index), post: body[0] + post };
};

const partsOfText = (opening: string, body: string): Parts => {
  const name = selfName.exec(opening.slice(0, 400))?.[1] ?? null;
  for (const words of [opening.slice(0, 1200), body.slice(0, 30_000)]) {
    for (const pattern of textPosts) {
      const [, unit, post] = pattern.exec(words) ?? [];
      if (post === undefined || /责任人|第一/u.test(post)) continue;
      return { ...ofPartyBody(unit ?? null, post), name };
    }
  }
  return { unit: null, post: null, name };
};

/** 某市市长, who reports for the government of the place. */
const headOfGovernment =
  /^(?!20)([\p{Script=Han}X×＊*]{1,12}?[省市县区州旗镇乡])(?:人民政府)?[省市县区州旗镇乡]长(?=[\p{Script=Han}X×＊*]{0,4}在)/u;

/** A unit's name before the year in a title (某局2022年…总结), or the unit that signs. */
const unitOf = (title: string | null, signature: Found<string> | null, form: ReportAuthor['form']): string | null => {
  const speaker = headOfGovernment.exec((title ?? '').replace(/[\s\u3000]/gu, ''))?.[1];
  if (speaker !== undefined) return `${speaker}人民政府`;
  const inTitle = new RegExp(
    `^(?:关于)?((?:中共)?(?:[\\p{Script=Han}\\p{L}X×＊*、]{1,30}?${unitWords}(?=20|二〇|关于|年度|工作|党建|的|落实|履行|领导班子)|(?!全)[\\p{Script=Han}X×＊*]{1,14}?(?:[省市县区旗]|自治州)(?=20\\d\\d|二〇)))`,
    'u',
  ).exec((title ?? '').replace(/[\s\u3000]/gu, '').replace(occasion, ''));
  if (inTitle !== null && !/^(?:乡镇|单位|部门|机关)$/u.test(inTitle[1] ?? '')) return inTitle[1] ?? null;
  const signed = signature?.value.replace(/[\s\u3000]/gu, '') ?? '';
  return form !== 'person' && new RegExp(`${unitWords}$`, 'u').test(signed) ? signed : null;
};

const nameOf = (signature: Found<string> | null, bylines: readonly string[]): string | null => {
  for (const words of [signature?.value ?? '', ...bylines]) {
    const plain = words.replace(/[\s\u3000]/gu, '');
    if (
      /^[\p{Script=Han}]{2,3}$/u.test(plain) &&
      !notAName.test(plain) &&
      !new RegExp(`${unitWords}$`, 'u').test(plain)
    ) {
      return plain;
    }
  }
  return null;
};

/** Whose report it is; a title that names a unit and no post speaks for the unit, and so do its leaders as a body. */
const formOf = (
  kind: ReportKind | null,
  text: string,
  title: { readonly ofUnit: boolean; readonly ofLeaders: boolean },
): ReportAuthor['form'] => {
  if (kind === null) return 'unknown';
  if (title.ofLeaders) return 'unit';
  if (kind.form !== 'either') return kind.form;
  const sample = text.slice(0, 40_000).replace(/“[^”\n]{0,40}”|我为群众办实事/gu, '');
  const self =
    sample.match(/本人|(?<![自忘])我(?![们局县市省区镇乡村校院国党单部公司处科支委系站所中行社厂会队班军家矿])/gu)
      ?.length ?? 0;
  const unit =
    sample.match(
      /我们|我(?:局|县|市|省|区|镇|乡|村|校|院|单位|部|公司|处|科|支部|委|站|所|中心|行|社|厂)|局党组|全(?:局|县|市|校|院|镇|乡|区|公司)/gu,
    )?.length ?? 0;
  return self > (title.ofUnit ? 2 : 0) && self * 2 >= unit ? 'person' : 'unit';
};
