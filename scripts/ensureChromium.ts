import { findChromium } from './findBrowser.ts';
import { run } from './runTool.ts';

/** A browser for the journeys: the one there is, or Debian's where it can be installed; null after saying what to install. */
export async function ensureChromium(): Promise<string | null> {
  const found = findChromium();
  if (found !== null) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    process.stdout.write('There is no Chromium, so it is installed with apt-get.\n');
    const quiet = { environment: { DEBIAN_FRONTEND: 'noninteractive' } };
    await run('apt-get', ['update', '-qq'], quiet);
    await run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
      quiet,
    );
  }
  const installed = findChromium();
  if (installed === null) process.stderr.write(`${advice}\n`);
  return installed;
}

const advice =
  'The journeys need Chromium, Chrome or Edge, and none was found. Install one (on Debian and Ubuntu: ' +
  'sudo apt-get install chromium), or set UTSAGA_CHROMIUM to the path of one, and run the tests again.';
