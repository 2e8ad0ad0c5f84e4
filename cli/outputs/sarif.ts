import type { Severity } from '../../core/finding.ts';
import type { CheckedFile, Output } from './output.ts';
import { positionsIn } from './position.ts';

const levels: Record<Severity, string> = { must: 'error', should: 'warning', hint: 'note' };

/** SARIF 2.1.0 for code-scanning tools; columns in UTF-16 code units. */
export const sarifOutput = (options: { readonly version: string }): Output => {
  const results: object[] = [];
  const notifications: object[] = [];
  return {
    file: (checked) => {
      if ('error' in checked)
        notifications.push({
          level: 'error',
          message: { text: checked.error.message },
          descriptor: { id: checked.error.code },
          locations: [{ physicalLocation: { artifactLocation: artifact(checked.file) } }],
        });
      else results.push(...resultsOf(checked));
      return '';
    },
    end: () =>
      `${JSON.stringify({
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
          {
            tool: { driver: { name: 'cuigao', version: options.version } },
            columnKind: 'utf16CodeUnits',
            invocations: [
              { executionSuccessful: notifications.length === 0, toolExecutionNotifications: notifications },
            ],
            results,
          },
        ],
      })}\n`,
  };
};

/** A file name may hold signs that mean something in an address: # and ?. */
const artifact = (file: string) => ({ uri: file.split(/[\\/]/u).map(encodeURIComponent).join('/') });

const resultsOf = (checked: Exclude<CheckedFile, { error: unknown }>): object[] => {
  const positionOf = positionsIn(checked.text);
  const artifactLocation = artifact(checked.file);
  return [
    ...checked.result.missing.map((part) => ({
      ruleId: `missing-${part.part}`,
      level: levels[part.severity],
      message: { text: `缺少“${part.name}”：${part.why}` },
      locations: [{ physicalLocation: { artifactLocation } }],
    })),
    ...checked.result.findings.map((finding) => {
      const from = positionOf(finding.start);
      const to = positionOf(finding.end);
      const region = {
        startLine: from.line,
        startColumn: from.column,
        endLine: to.line,
        endColumn: to.column,
        charOffset: finding.start,
        charLength: finding.end - finding.start,
      };
      return {
        ruleId: finding.rule,
        level: levels[finding.severity],
        message: { text: finding.message },
        locations: [{ physicalLocation: { artifactLocation, region } }],
      };
    }),
  ];
};
