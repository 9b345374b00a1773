import { z } from 'zod';

import type { AnalystId } from './ids.ts';
import { line, name, prose } from './text.ts';

export const approaches = ['inductive', 'deductive', 'abductive'] as const;
export const contents = ['manifest', 'latent', 'both'] as const;
export const projectLanguages = ['sv', 'en'] as const;

export type Approach = (typeof approaches)[number];
export type Content = (typeof contents)[number];
export type ProjectLanguage = (typeof projectLanguages)[number];

/** A level of the category tree; depth 1 stands just above the codes. */
export interface Level {
  readonly depth: number;
  readonly name: string;
}

export interface Analyst {
  readonly id: AnalystId;
  readonly name: string;
  readonly initials: string;
  /** A colour slot, 1 to 8. */
  readonly colour: number;
}

export interface Project {
  readonly title: string;
  readonly aim: string;
  readonly researchQuestions: readonly string[];
  readonly approach: Approach;
  readonly content: Content;
  readonly language: ProjectLanguage;
  readonly levelPreset: string;
  /** Low to high. */
  readonly levels: readonly Level[];
  readonly hasThemes: boolean;
  /** Characters of a reference line, 50 to 90. */
  readonly lineLength: number;
  /** The level that gives colours: 0 is the code itself, null lets the app choose. */
  readonly colourLevel: number | null;
  readonly analysts: readonly Analyst[];
}

export const projectDescription = z.object({
  title: name(200),
  aim: prose(10_000),
  researchQuestions: z.array(line(2000)).max(50),
  approach: z.enum(approaches),
  content: z.enum(contents),
  language: z.enum(projectLanguages),
  levelPreset: z.string().max(40),
  levelNames: z.array(name(60)).min(1).max(6),
  hasThemes: z.boolean(),
});

export type ProjectDescription = z.output<typeof projectDescription>;

const levelKey = (level: string) =>
  level.normalize('NFC').replace(/\s+/g, '').toLowerCase();

/** The first level name that has stood before, case and spaces aside; undefined when each names one level. */
export function levelNamedTwice(names: readonly string[]): string | undefined {
  const keys = names.map(levelKey);
  return names.find((_, index) => {
    const key = keys[index] ?? '';
    return key !== '' && keys.indexOf(key) < index;
  });
}

function firstLetter(word: string): string {
  return String.fromCodePoint(word.codePointAt(0) ?? 0x3f).toUpperCase();
}

/** Initials as people write them: the first letters of the first and the last name. */
export function initialsOf(fullName: string): string {
  const parts = fullName.split(/[\s-]+/).filter(Boolean);
  const named = parts.length > 1 ? [parts[0], parts.at(-1)] : parts;
  return named.map((part) => firstLetter(part ?? '')).join('') || '?';
}
