/** Writes docs/rules.md from the rules and the last noise figures (docs/noise.json). Usage: npm run rule-docs */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import { rules } from '../report/checking/registry.ts';
import { type NoiseFigures, ruleDocs } from './rule-docs.ts';

const docs = join(packageRoot(), 'docs');
const noise = JSON.parse(readFileSync(join(docs, 'noise.json'), 'utf8')) as NoiseFigures;
writeFileSync(join(docs, 'rules.md'), ruleDocs(rules, noise));
