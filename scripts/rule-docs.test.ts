import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../config/package-root.ts';
import { rules } from '../report/checking/registry.ts';
import { type NoiseFigures, ruleDocs } from './rule-docs.ts';

const docs = join(packageRoot(), 'docs');

describe('docs/rules.md', () => {
  const noise = JSON.parse(readFileSync(join(docs, 'noise.json'), 'utf8')) as NoiseFigures;

  it('is what the rules say of themselves (else: npm run rule-docs)', () => {
    expect(readFileSync(join(docs, 'rules.md'), 'utf8')).toBe(ruleDocs(rules, noise));
  });

  it('rests on noise figures within the budget', () => {
    const figures = Object.values(noise.alarmsPerMillion);
    const per = (key: 'graver' | 'hint') => figures.reduce((sum, rule) => sum + rule[key], 0) / 1000;
    expect({ graver: per('graver') <= 0.02, hints: per('hint') <= 0.3 }).toEqual({ graver: true, hints: true });
  });
});
