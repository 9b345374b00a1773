import { z } from 'zod';

import type { Bridge } from '../shared/bridge.ts';
import { wordsIn, type Say, type WordKey } from '../shared/words/words.ts';
import { systemLanguage } from './hostMachine.ts';

const label = z.object({
  label: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
const projectState = z
  .object({ undo: label.nullable(), redo: label.nullable() })
  .nullable();
const settings = z.object({ language: z.enum(['sv', 'en', 'system']) });

type Asks = Pick<Bridge, 'call'>;

/** The sentences in the language that the person has chosen for the app. */
export async function wordsOfSettings(bridge: Asks): Promise<Say> {
  const result = await bridge.call('settings.get', {});
  const { data } = settings.safeParse(result.ok ? result.value : null);
  const chosen = data?.language ?? 'system';
  return wordsIn(chosen === 'system' ? systemLanguage() : chosen);
}

/** What the menu says about undo and redo, asked from the open project. */
export async function menuStateOf(bridge: Asks): Promise<{
  readonly say: Say;
  readonly hasProject: boolean;
  readonly undo: string | null;
  readonly redo: string | null;
}> {
  const say = await wordsOfSettings(bridge);
  const result = await bridge.call('project.state', {});
  const state = projectState.safeParse(result.ok ? result.value : null).data ?? null;
  return {
    say,
    hasProject: state !== null,
    undo: sayLabel(say, state?.undo),
    redo: sayLabel(say, state?.redo),
  };
}

function sayLabel(
  say: Say,
  step: z.infer<typeof label> | null | undefined,
): string | null {
  if (!step) return null;
  const key = `step.${step.label}`;
  return isStepKey(key) ? say(key, step.params) : step.label;
}

function isStepKey(key: string): key is Extract<WordKey, `step.${string}`> {
  return key.startsWith('step.');
}
