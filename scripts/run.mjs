// Plain JavaScript on purpose: it must be able to say that the Node it was given is too old to read the rest.
import module from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const oldestNode = 24;
const [target, ...rest] = process.argv.slice(2);

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  process.stderr.write(
    `Utsaga needs Node ${oldestNode} and this is ${process.version}. ` +
      'Run "npm ci" in the project folder and start it with "npm start"; npm then uses the Node that comes with the project.\n',
  );
  process.exit(1);
}

// What has been compiled once is kept, which halves a start; older Nodes cannot, and a folder that cannot be written is no matter.
module.enableCompileCache?.(
  fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)),
);

process.argv = [process.argv[0], resolve(target), ...rest];
await import(pathToFileURL(resolve(target)).href);
