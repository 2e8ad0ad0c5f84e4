import type { Remark, RuleInput } from './rule.ts';

/** The hits of one word list as remarks; entries bound to a year or a kind are left out elsewhere. */
export function* lexiconRemarks({ index, text, structure, context }: RuleInput, list: string): Iterable<Remark> {
  const year = Number((structure.period ?? '').slice(0, 4)) || context.now.getFullYear();
  for (const { entry, start, end, suggestion } of index.lexiconHits(list)) {
    if (entry.since !== undefined && year < entry.since) continue;
    if (entry.kinds !== undefined && !entry.kinds.includes(context.kind?.id ?? '')) continue;
    const words = text.slice(start, end);
    const instead = suggestion === null || suggestion === '' ? '' : `，应为“${suggestion}”`;
    yield {
      start,
      end,
      message:
        entry.why === undefined
          ? `“${words}”有误${instead}`
          : `“${words}”：${entry.why}${suggestion ? `，建议写作“${suggestion}”` : ''}`,
      suggestion,
      ...(entry.severity === undefined ? {} : { severity: entry.severity }),
    };
  }
}
