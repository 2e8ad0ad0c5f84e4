import type { Finding, Severity } from '../../core/finding.ts';
import type { CheckedFile, Output } from './output.ts';
import { positionsIn } from './position.ts';

const severities: Record<Severity, string> = { must: 'ERROR', should: 'WARNING', hint: 'INFO' };

/** Reviewdog Diagnostic Format: lines and columns from 1, columns in bytes of UTF-8, end exclusive. */
export const rdjsonOutput = (): Output => {
  const diagnostics: object[] = [];
  return {
    file: (checked) => {
      diagnostics.push(...diagnosticsOf(checked));
      return '';
    },
    end: () => `${JSON.stringify({ source: { name: 'cuigao' }, severity: 'WARNING', diagnostics })}\n`,
  };
};

const diagnosticsOf = (checked: CheckedFile): object[] => {
  const path = checked.file;
  if ('error' in checked)
    return [
      { message: checked.error.message, location: { path }, severity: 'ERROR', code: { value: checked.error.code } },
    ];
  const positionOf = positionsIn(checked.text);
  const place = (offset: number) => {
    const { line, lineStart } = positionOf(offset);
    return { line, column: Buffer.byteLength(checked.text.slice(lineStart, offset)) + 1 };
  };
  const range = ({ start, end }: Finding) => ({ start: place(start), end: place(end) });
  return [
    ...checked.result.missing.map((part) => ({
      message: `缺少“${part.name}”：${part.why}`,
      location: { path },
      severity: severities[part.severity],
      code: { value: `missing-${part.part}` },
    })),
    ...checked.result.findings.map((finding) => ({
      message: finding.message,
      location: { path, range: range(finding) },
      severity: severities[finding.severity],
      code: { value: finding.rule },
      ...(finding.suggestion === null ? {} : { suggestions: [{ range: range(finding), text: finding.suggestion }] }),
    })),
  ];
};
