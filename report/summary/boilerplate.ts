/** Tells clauses that stand in every report from those that tell something. */
export interface Boilerplate {
  /** 0 (tells something) to 1 (stands everywhere). */
  readonly shareOf: (clause: string) => number;
}

/** Chains of political wording: right in a report, no news in a summary. */
const chain =
  /习近平|新时代中国特色社会主义|两个确立|两个维护|四个意识|四个自信|党中央(?:权威|集中统一|决策|保持|周围)|不忘初心|牢记使命|踔厉奋发|勇毅前行|政治(?:判断力|领悟力|执行力|站位)|中华民族|伟大复兴|高度一致|思想自觉|行动自觉|坚强领导|正确领导|关心支持|大力支持|齐心协力|开拓进取|求真务实|共同努力|为指导|为统领|为引领|为根本|深入学习贯彻|党的[二十九八七]{1,3}大|全会精神|不断提高|进一步增强|取得(?:了)?(?:一定|显著|明显|新的)(?:的)?(?:成绩|成效)|较好(?:地)?完成|圆满完成|奠定(?:了)?.{0,8}基础|提供(?:了)?(?:有力|坚强|坚实)|良好(?:的)?氛围|切实(?:增强|提高|做到)|牢固树立|始终(?:坚持|保持|把|以)|时刻(?:保持|牢记)|高度重视|统一思想|提高(?:思想)?认识|立足更高|真抓实干|攻坚克难|砥砺奋进|埋头苦干|(?:形成|营造)了?.{0,16}(?:局面|氛围|格局|风气)|各项(?:中心)?工作$|充分认识|深刻(?:认识|领会|领悟)/u;
const concrete =
  /\d|《|组织|召开|开展|建立|制定|出台|修订|成立|签订|签约|完成|落实|推进|争取|整治|整改|排查|走访|慰问|培训|宣讲|督查|督促|审核|检查|追回|处理|协调|解决|办理|新建|改造|建成|引进|发放|帮扶|调研|约谈|谈话|获|入选|试点|公开|公示|开通|推行|实施|打造|创新|举办|编制|梳理|清理|压减|发行|下达|化解|监督|考核|轮岗|调整|选拔/u;

/** `frequent` are clauses counted over many public reports. */
export const boilerplateOf = (frequent: readonly string[]): Boilerplate => {
  const known = knownSet(frequent);
  return {
    shareOf: (clause) => {
      const plain = clause.replace(/[\s\u3000]/gu, '');
      if (plain.length < 4) return 0.5;
      if (known.has(plain) || known.has(plain.replace(/[“”"]/gu, ''))) return 1;
      const chained = chain.test(plain) ? 0.6 : 0;
      const told = concrete.test(plain) ? 0 : 0.3;
      return Math.min(1, chained + told);
    },
  };
};

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

const knownSet = (frequent: readonly string[]): ReadonlySet<string> => {
  const known = sets.get(frequent) ?? new Set(frequent.flatMap((clause) => [clause, clause.replace(/[“”"]/gu, '')]));
  sets.set(frequent, known);
  return known;
};
