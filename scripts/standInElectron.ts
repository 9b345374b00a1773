import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createPackage } from '@electron/asar';

import electron from 'electron/package.json' with { type: 'json' };

/** What marks the place of the fuses in Electron's binary: sentinel, version 1, how many, and one state each. */
const fuseWire = [
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101000010'),
];

/** A folder in the shape of Electron's own for Linux, enough for the packer; its binary runs nothing. */
export async function standInElectron(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-electron-'));
  const write = (name: string, content: string | Buffer = ''): void =>
    writeFileSync(join(folder, name), content, { mode: 0o755 });
  mkdirSync(join(folder, 'resources'));
  mkdirSync(join(folder, 'locales'));
  write('electron', Buffer.concat([Buffer.alloc(64), ...fuseWire, Buffer.alloc(64)]));
  write('version', electron.version);
  write('LICENSE');
  write('LICENSES.chromium.html');
  write('chrome-sandbox');
  write('chrome_crashpad_handler');
  for (const language of ['sv', 'en-GB', 'en-US', 'de']) {
    write(`locales/${language}.pak`);
  }
  const app = join(folder, 'default-app');
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{"name":"default-app","main":"main.js"}');
  writeFileSync(join(app, 'main.js'), '');
  await createPackage(app, join(folder, 'resources/default_app.asar'));
  return folder;
}
