import { chineseNumber } from '../../structure/numerals.ts';
import type { Step } from './question.ts';
import type { ReportView, ViewedSection } from './report-view.ts';

/** The sections an address leads to; several when a number was written twice, none when it leads nowhere. */
export const sectionsAt = (view: ReportView, steps: readonly Step[], roles: readonly string[]): ViewedSection[] => {
  let current: readonly ViewedSection[] | null = roles.length > 0 ? sectionsOfRoles(view, roles) : null;
  for (const step of steps) {
    const next = current === null ? fromTop(view, step) : current.flatMap((section) => below(section, step));
    if (next.length === 0) return [];
    current = next;
  }
  return [...(current ?? [])];
};

const fromTop = (view: ReportView, step: Step): ViewedSection[] => {
  const numbered = view.top.filter((section) => section.number !== null);
  const top = numbered.length > 0 && step.by === 'part' ? numbered : view.top;
  if (step.by === 'number') {
    const bracketed = step.style === '（一）';
    return view.all.filter(
      (section) =>
        /^[（(]/u.test(section.number ?? '') === bracketed && ordinalOf(section) === step.ordinal && !isPoint(section),
    );
  }
  const counted = pick(top, step.ordinal);
  return counted === undefined ? [] : [counted];
};

const below = (section: ViewedSection, step: Step): ViewedSection[] => {
  const named = section.children.filter((child) => ordinalOf(child) === step.ordinal);
  if (named[0] !== undefined && step.ordinal > 0) return [named[0]];
  const counted = pick(section.children, step.ordinal);
  return counted === undefined ? [] : [counted];
};

const pick = (sections: readonly ViewedSection[], ordinal: number): ViewedSection | undefined =>
  sections.at(ordinal > 0 ? ordinal - 1 : ordinal);

const isPoint = (section: ViewedSection): boolean => /[是先次后]$/u.test(section.number ?? '');

const ordinalOf = (section: ViewedSection): number | null => {
  const written = /[一二三四五六七八九十]+|\d+/u.exec(section.number ?? '')?.[0];
  if (written === undefined) return null;
  return /^\d/.test(written) ? Number(written) : chineseNumber(written);
};

/** The sections that play a part: the highest that do, those first that play nothing else before it. */
export const sectionsOfRoles = (view: ReportView, roles: readonly string[]): ViewedSection[] => {
  for (const role of roles) {
    const playing = view.all.filter((section) => section.roles.includes(role));
    const highest = playing.filter(
      (section) => !playing.some((other) => other !== section && contains(other, section)),
    );
    if (highest.length > 0) {
      const first = highest.filter((section) => section.roles[0] === role);
      return first.length > 0 ? first : highest;
    }
  }
  return [];
};

const contains = (outer: ViewedSection, inner: ViewedSection): boolean =>
  outer.start <= inner.start && inner.end <= outer.end && outer.level < inner.level;
