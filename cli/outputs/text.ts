import type { Finding, Severity } from '../../core/finding.ts';
import type { CheckedFile, Output } from './output.ts';
import { positionsIn } from './position.ts';

/** Paints words; on anything but a terminal every function returns its input. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly green: (text: string) => string;
}

const headings: readonly { severity: Severity; name: string; colour: 'red' | 'yellow' | 'blue' }[] = [
  { severity: 'must', name: '必须改', colour: 'red' },
  { severity: 'should', name: '建议改', colour: 'yellow' },
  { severity: 'hint', name: '提示', colour: 'blue' },
];

const weights: Readonly<Record<Severity, string>> = { must: '✗ 必须', should: '△ 建议', hint: '· 参考' };

/** For people at a terminal: one paragraph for each file. */
export const textOutput = (paint: Palette): Output => ({
  file: (checked) => formatText(checked, paint),
  end: () => '',
});

const formatText = (checked: CheckedFile, paint: Palette): string => {
  if ('error' in checked) return `${paint.bold(checked.file)}\n  ${paint.red('读不了')}  ${checked.error.message}\n\n`;
  const { file, result, text } = checked;
  const kind = result.kind === null ? '看不出是哪种报告' : result.kind.name;
  const lines = [
    paint.bold(file),
    `  ${kind}${result.period === null ? '' : ` · ${result.period}`} ｜ ${result.characters} 字 ｜ 必备部分 ${result.parts.present}/${result.parts.required}`,
  ];
  if (result.missing.length > 0) {
    lines.push(`  ${paint.red(`缺失 ${result.missing.length} 项`)}`);
    for (const part of result.missing)
      lines.push(`    ${weights[part.severity]} ${part.name}  ${paint.faint(part.why)}`);
  }
  const positionOf = positionsIn(text);
  for (const { severity, name, colour } of headings) {
    const found = result.findings.filter((finding) => finding.severity === severity);
    if (found.length === 0) continue;
    lines.push(`  ${paint[colour](`${name} ${found.length} 处`)}`);
    for (const finding of found) lines.push(`    ${findingLine(finding, positionOf(finding.start).line, paint)}`);
  }
  if (result.missing.length + result.findings.length === 0) lines.push(`  ${paint.green('没有发现问题')}`);
  return `${lines.join('\n')}\n\n`;
};

const findingLine = (finding: Finding, line: number, paint: Palette): string => {
  const fix = finding.suggestion === null ? '' : ` → ${finding.suggestion === '' ? '删去' : finding.suggestion}`;
  const excerpt = finding.excerpt.replace(/\s+/gu, ' ');
  return `第${line}行 “${excerpt}”${fix}  ${finding.message} ${paint.faint(finding.rule)}`;
};
