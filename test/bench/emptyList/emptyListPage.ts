import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

async function script(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      lib: {
        entry: fileURLToPath(new URL('./emptyList.tsx', import.meta.url)),
        formats: ['iife'],
        name: 'emptyList',
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('Nothing was built');
  return output.output[0].code;
}

/** An empty virtual list of 20,000 rows, built as the window is and served from this computer. */
export async function emptyListPage(): Promise<{ url: string; close: () => void }> {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty list</title>
<style>body{margin:0}</style><div id="root"></div><script type="module">${await script()}</script></html>`;
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(html);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
