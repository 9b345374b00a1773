// `npm run -s utsaga -- COMMAND …`: the app's own handlers for scripts and archives.
import type { Problem } from '../shared/errors.ts';
import { wordsIn, type Language, type Say } from '../shared/words/words.ts';
import {
  BadCall,
  manner,
  readCall,
  type CommandCall,
  type CommandName,
} from './commandLine/call.ts';
import { Refused, type Answer, type Ground } from './commandLine/ground.ts';
import { dataFolder, systemLanguage } from './hostMachine.ts';
import { openLog } from './log.ts';

type Command = (ground: Ground) => Promise<Answer>;

/** Each is loaded when it is asked for: a script may call hundreds of times. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  new: async () => (await import('./commandLine/projectCommands.ts')).newProject,
  example: async () => (await import('./commandLine/projectCommands.ts')).exampleProject,
  check: async () => (await import('./commandLine/projectCommands.ts')).checkFile,
  'take-over': async () => (await import('./commandLine/takeOverCommand.ts')).takeOver,
  stats: async () => (await import('./commandLine/projectCommands.ts')).stats,
  history: async () => (await import('./commandLine/stepCommands.ts')).history,
  undo: async () => (await import('./commandLine/stepCommands.ts')).undo,
  redo: async () => (await import('./commandLine/stepCommands.ts')).redo,
  import: async () => (await import('./commandLine/importCommand.ts')).importFiles,
  identifiers: async () =>
    (await import('./commandLine/identifiersCommand.ts')).identifiers,
  search: async () => (await import('./commandLine/searchCommand.ts')).search,
  analysis: async () => (await import('./commandLine/analysisCommand.ts')).analysis,
  export: async () => (await import('./commandLine/exportCommand.ts')).exportFile,
  call: async () => (await import('./commandLine/callCommand.ts')).callByName,
};

const argv = process.argv.slice(2);
const asked = manner(argv);
let say: Say = wordsIn(asked.language ?? systemLanguage());

// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});
process.exitCode = await main();

function out(text: string): void {
  process.stdout.write(`${text}\n`);
}

interface Told {
  readonly code: string;
  readonly message: string;
  readonly file?: string | undefined;
  readonly where?: string | undefined;
}

function refuse({ code, message, file, where }: Told): void {
  const words = asked.isJson
    ? JSON.stringify({ code, message, file: file ?? null, where: where ?? null })
    : message;
  process.stderr.write(`${words}\n`);
}

function sentenceOf(problem: Problem): string {
  const { code, params, file = '', where = '' } = problem;
  return say(`problem.${code}`, { file, where, ...params });
}

/** Exit status: 0 it went well, 1 it was refused, 2 the call was wrong. */
async function main(): Promise<number> {
  if (asked.isHelp) {
    out(say('cli.usage'));
    return 0;
  }
  try {
    return await run(readCall(argv));
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): number {
  if (error instanceof BadCall) {
    refuse({ code: error.key, message: say(error.key, error.params) });
    if (!asked.isJson) process.stderr.write(`\n${say('cli.usage')}\n`);
    return 2;
  }
  if (error instanceof Refused) {
    const { problem } = error;
    refuse({ ...problem, message: sentenceOf(problem) });
    return problem.code === 'call.name' || problem.code === 'call.input' ? 2 : 1;
  }
  // A defect: the log gets where it was, the person a sentence.
  openLog(dataFolder()).write('cli', error);
  refuse({ code: 'unknown', message: say('problem.unknown') });
  return 1;
}

async function openCommandSession(): Promise<Ground['session'] | null> {
  const { openSession } = await import('./session.ts');
  const folder = dataFolder();
  try {
    return openSession({
      dataFolder: folder,
      nativeDialogs: false,
      announce: () => {},
      isScript: true,
    });
  } catch {
    refuse({
      code: 'cli.dataFolder',
      message: say('cli.dataFolder', { folder }),
      file: folder,
    });
    return null;
  }
}

async function run(call: CommandCall): Promise<number> {
  const [command, session] = await Promise.all([
    commands[call.command](),
    openCommandSession(),
  ]);
  if (session === null) return 1;
  const notes: string[] = [];
  const ground: Ground = {
    call,
    session,
    say: (key, params) => say(key, params),
    computerLanguage: systemLanguage(),
    language: asked.language,
    note: (sentence) => void notes.push(sentence),
    speak: (language: Language) => {
      if (asked.language === null) say = wordsIn(language);
    },
  };
  try {
    return tell(await command(ground), notes);
  } finally {
    await session.close();
  }
}

function tell(
  { value, lines, status, refused = [] }: Answer,
  notes: readonly string[],
): number {
  const problems = refused.map((problem) => ({
    ...problem,
    message: sentenceOf(problem),
  }));
  if (asked.isJson) {
    const told = problems.map(({ code, message, file = null, where = null }) => ({
      code,
      message,
      file,
      where,
    }));
    const isImport = typeof value === 'object' && value !== null && 'files' in value;
    out(JSON.stringify(isImport ? { ...value, refused: told } : value));
  } else {
    if (lines.length > 0) out(lines.join('\n'));
    for (const note of notes) process.stderr.write(`${note}\n`);
  }
  for (const problem of problems) refuse(problem);
  return status;
}
