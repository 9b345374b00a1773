import type { Output } from '../shared/api.ts';
import type { Problem } from '../shared/errors.ts';
import { call, pathOfDroppedFile } from './api.ts';

async function base64Of(file: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.addEventListener('load', () => {
    if (typeof reader.result === 'string') resolve(reader.result);
  });
  reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')));
  reader.readAsDataURL(file);
  const url = await promise;
  return url.slice(url.indexOf(',') + 1);
}

const largestMegabytes = 64;

/** Gives a chosen or dropped file to the host, by its path where there is one; a problem for one that is too large. */
export async function stageFile(
  source: File | string,
): Promise<Output<'imports.stage'> | Problem> {
  const path = typeof source === 'string' ? source : pathOfDroppedFile(source);
  if (path !== null) return call('imports.stage', { path });
  const file = source as File;
  if (file.size > largestMegabytes * 1_000_000) {
    const megabytes = Math.ceil(file.size / 1_000_000);
    return {
      code: 'file.tooLarge',
      params: { file: file.name, megabytes, limit: largestMegabytes },
    };
  }
  return call('imports.stage', { name: file.name, base64: await base64Of(file) });
}
