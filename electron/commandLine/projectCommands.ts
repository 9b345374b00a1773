import { levelPresets } from '../../shared/domain/levelPreset.ts';
import type { Stats } from '../../shared/api.ts';
import { BadCall } from './call.ts';
import {
  ask,
  assertNoMore,
  openNamed,
  operand,
  pathFrom,
  sayCode,
  type Answer,
  type Ground,
} from './ground.ts';

/** A project with the first preset's levels; everything else can be said later. */
export async function newProject(ground: Ground): Promise<Answer> {
  const path = pathFrom(operand(ground, 0, 'FILE'));
  assertNoMore(ground, 1);
  const { title, overwrite = false } = ground.call.options;
  if (title === undefined)
    throw new BadCall('cli.missing', { command: 'new', argument: '--title' });
  const language = ground.language ?? ground.computerLanguage;
  const [preset] = levelPresets;
  const state = await ask(ground, 'project.create', {
    path,
    overwrite,
    analyst: ground.session.context.settings.get().analystName,
    description: {
      title,
      aim: '',
      researchQuestions: [],
      approach: 'inductive',
      content: 'manifest',
      language,
      levelPreset: preset?.id ?? '',
      levelNames: [...(preset?.levelNames[language] ?? [])],
      hasThemes: preset?.hasThemes ?? true,
    },
  });
  ground.speak(language);
  return {
    value: { path: state.path, title: state.title, language },
    lines: [ground.say('cli.created', { file: state.path })],
    status: 0,
  };
}

/** A copy of the worked example. */
export async function exampleProject(ground: Ground): Promise<Answer> {
  const path = pathFrom(operand(ground, 0, 'FILE'));
  assertNoMore(ground, 1);
  const { overwrite = false } = ground.call.options;
  const state = await ask(ground, 'project.openExample', { path, overwrite });
  ground.speak(state.language);
  const { units, codes } = await ask(ground, 'project.stats', {});
  return {
    value: { path: state.path, title: state.title, language: state.language },
    lines: [ground.say('cli.exampleCreated', { file: state.path, units, codes })],
    status: 0,
  };
}

/** Sound or not, with a sentence for each thing that was found (exit status 1). */
export async function checkFile(ground: Ground): Promise<Answer> {
  assertNoMore(ground, 1);
  await openNamed(ground);
  const found = await ask(ground, 'project.check', {});
  const findings = found.map(({ code, count }) => ({
    code,
    count,
    message: sayCode(ground, `finding.${code}`, { count }),
  }));
  const isSound = findings.length === 0;
  return {
    value: { sound: isSound, findings },
    lines: isSound ? [ground.say('cli.sound')] : findings.map(({ message }) => message),
    status: isSound ? 0 : 1,
  };
}

const counted = [
  'transcripts',
  'turns',
  'words',
  'speakers',
  'participants',
  'units',
  'retired',
  'spans',
  'condensed',
  'coded',
  'codes',
  'unplacedCodes',
  'categories',
  'themes',
  'setAside',
  'toReview',
  'steps',
] as const satisfies readonly (keyof Stats)[];

export async function stats(ground: Ground): Promise<Answer> {
  assertNoMore(ground, 1);
  await openNamed(ground);
  const value = await ask(ground, 'project.stats', {});
  const words = counted.map((key) => ground.say(`cli.stats.${key}`));
  const width = Math.max(...words.map((word) => word.length)) + 2;
  return {
    value,
    lines: counted.map(
      (key, index) => `${(words[index] ?? '').padEnd(width)}${value[key]}`,
    ),
    status: 0,
  };
}
