import { buildRenderer, buildShell } from './bundles.ts';

await buildRenderer('info');
await buildShell('info');
