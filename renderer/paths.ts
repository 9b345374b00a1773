/** `/` or `\`, whichever the path is written with. */
const separatorOf = (path: string): string =>
  path.includes('\\') && !path.startsWith('/') ? '\\' : '/';

/** Whether a typed text is a place of its own and not a name in a folder. */
export const isFullPath = (text: string): boolean =>
  /^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(text);

export function joinPath(folder: string, name: string): string {
  const separator = separatorOf(folder);
  return folder.endsWith(separator) ? folder + name : folder + separator + name;
}

export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

export function folderOf(path: string): string {
  const name = fileNameOf(path);
  const folder = path.slice(0, path.length - name.length);
  return folder.length > 1 && !/^[A-Za-z]:[\\/]$/.test(folder)
    ? folder.slice(0, -1)
    : folder;
}

const isNoFileName = (letter: string) => letter < ' ' || '<>:"/\\|?*'.includes(letter);

/** A title as a file name that every system takes. */
export function asFileName(title: string): string {
  const letters = Array.from(title, (letter) => (isNoFileName(letter) ? ' ' : letter));
  const name = letters.join('').replace(/\s+/g, ' ').trim();
  return name.replace(/^\.+|[. ]+$/g, '').slice(0, 100) || 'Utsaga';
}

/** The same name with the ending, added once. */
export function withEnding(path: string, ending: string | undefined): string {
  if (ending === undefined) return path;
  const lower = path.toLowerCase();
  // A whole name was typed or pasted before an ending that was left standing.
  if (lower.endsWith(ending + ending)) return path.slice(0, -ending.length);
  return lower.endsWith(ending) ? path : path + ending;
}
