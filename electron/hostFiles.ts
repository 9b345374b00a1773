import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface HostedFile {
  readonly type: string;
  readonly bytes: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The allowlist of what a page may load, read once: a path that is no key of it does not exist, so none can climb out. */
export function hostedFiles(folder: string): ReadonlyMap<string, HostedFile> {
  const files = new Map<string, HostedFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    files.set(name, { type, bytes: readFileSync(path) });
  }
  return files;
}

/** The bytes to send: a page gets the nonce of its policy, everything else is sent as it is. */
export function bytesOf(file: HostedFile, nonce: string): Buffer {
  if (file.type !== types['.html']) return file.bytes;
  return Buffer.from(file.bytes.toString('utf8').replaceAll('__NONCE__', nonce), 'utf8');
}
