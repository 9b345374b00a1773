// `npm run package`: this machine's installers, in release/. Needs the network for Electron and the tools that pack it.
import { buildRenderer, buildShell } from './bundles.ts';
import { runTool } from './runTool.ts';

await buildRenderer();
await buildShell();
process.exitCode = await runTool('electron-builder/cli.js', [
  '--publish',
  'never',
  ...process.argv.slice(2),
]);
