import type { Severity } from '../core/finding.ts';
import type { Rule } from '../report/checking/rule.ts';

export interface NoiseFigures {
  readonly texts: number;
  readonly characters: number;
  readonly alarmsPerMillion: Readonly<Record<string, { readonly graver: number; readonly hint: number }>>;
}

const severities: Record<Severity, string> = { must: '必须改', should: '建议改', hint: '提示' };

/** docs/rules.md: every rule with its basis, an example and its alarms on clean texts. */
export const ruleDocs = (rules: readonly Rule[], noise: NoiseFigures): string => {
  const total = Object.values(noise.alarmsPerMillion);
  const sum = (key: 'graver' | 'hint') => total.reduce((all, figures) => all + figures[key], 0) / 1000;
  const rows = rules.map(({ meta }) => {
    const bad = meta.examples.bad[0];
    const example = (bad?.found[0] ?? '').replace(/\s+/gu, ' ').replace(/[|`]/gu, '').slice(0, 36);
    const { graver, hint } = noise.alarmsPerMillion[meta.id] ?? { graver: 0, hint: 0 };
    return `| \`${meta.id}\` | ${meta.title} | ${severities[meta.severity]} | \`${example}\` | ${meta.basis ?? '–'} | ${graver} | ${hint} |`;
  });
  return `# Rules

Made by \`npm run rule-docs\` from the rules themselves; do not edit by hand. How to add a rule stands in CONTRIBUTING.md.

The last two columns are alarms per million characters of clean official text (${noise.texts} government work reports of
2024 and later, ${noise.characters} characters; none of them was used to build a word list or table): first
必须改 and 建议改 together, then 提示. In all ${sum('graver').toFixed(4)} and ${sum('hint').toFixed(4)} per 1,000 characters. Many of
them are real slips of those texts. Measure again with \`npm run noise -- DIR --from 2024 --json docs/noise.json\`.

| rule | finds | severity | example | basis | alarms | hints |
| --- | --- | --- | --- | --- | ---: | ---: |
${rows.join('\n')}
`;
};
