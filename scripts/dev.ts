// `npm run dev`: builds the window again whenever a source changes, and serves it from the loopback host. Reload to see it.
import { join } from 'node:path';

import { build } from 'vite';

import { startBrowserHost } from '../electron/browserHost.ts';
import { hostedFiles } from '../electron/hostFiles.ts';
import { dataFolder } from '../electron/hostMachine.ts';
import { sessionInWorker } from '../electron/hostWorker.ts';
import { rendererFolder, root } from './bundles.ts';
import { hasDisplay, openDefaultBrowser } from './openBrowser.ts';

await build({
  root: join(root, 'renderer'),
  configFile: join(root, 'vite.config.ts'),
  build: { watch: {}, emptyOutDir: false, sourcemap: true },
});
const host = await startBrowserHost({
  session: sessionInWorker({ dataFolder: dataFolder(), nativeDialogs: false }),
  files: () => hostedFiles(rendererFolder),
  lingerMs: 24 * 60 * 60_000,
});
process.stdout.write(`${host.url}\n`);
if (hasDisplay()) await openDefaultBrowser(host.url);
process.once('SIGINT', () => void host.close().then(() => process.exit()));
