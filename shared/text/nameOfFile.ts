/** What a file is called by people: its name without the ending, with spaces for underscores; never nothing. */
export function nameOfFile(fileName: string): string {
  const withoutEnding = fileName.replace(/(?<=.)\.[^.]*$/, '');
  return withoutEnding.replaceAll('_', ' ').trim() || fileName;
}
