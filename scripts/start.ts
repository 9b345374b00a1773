// `npm start`: builds what is missing, then Electron where it can be had, else the same app in a browser.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { systemLanguage } from '../electron/hostMachine.ts';
import { wordsIn } from '../shared/words/words.ts';
import { buildRenderer, isRendererStale } from './bundles.ts';
import { hasDisplay } from './openBrowser.ts';
import { startInBrowser } from './startInBrowser.ts';
import { startInElectron } from './startInElectron.ts';

const say = wordsIn(systemLanguage());
const tell = (sentence: string): void => void process.stdout.write(`${sentence}\n`);

process.exitCode = await start();

async function start(): Promise<number> {
  const wanted = readArguments();
  if (typeof wanted === 'string')
    return refuse(say('start.badCall', { argument: wanted }));
  try {
    if (isRendererStale()) {
      tell(say('start.building'));
      await buildRenderer();
    }
  } catch (failure) {
    return refuse(say('start.buildFailed', { detail: firstLine(failure) }));
  }
  if (wanted.mayUseElectron && hasDisplay()) {
    const status = await startInElectron(wanted.project, { say, tell });
    if (status !== null) return status;
  }
  return startInBrowser(wanted, { say, tell });
}

interface Wanted {
  readonly project: string | null;
  readonly mayUseElectron: boolean;
  readonly opensBrowser: boolean;
  readonly port: number;
}

/** What the person asked for, or the argument that cannot be understood. A path is taken from where npm was run. */
function readArguments(): Wanted | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        browser: { type: 'boolean', default: false },
        'no-browser': { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      return `--port ${values.port}`;
    if (positionals.length > 1) return positionals[1] ?? '';
    const [path] = positionals;
    return {
      project: path === undefined ? null : resolve(process.env.INIT_CWD ?? '.', path),
      mayUseElectron: !values.browser && !values['no-browser'],
      opensBrowser: !values['no-browser'],
      port,
    };
  } catch {
    return process.argv.slice(2).join(' ');
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

function firstLine(failure: unknown): string {
  return (
    String(failure instanceof Error ? failure.message : failure).split('\n', 1)[0] ?? ''
  );
}
