/** The text as a part of a regular expression (with the flag `u`) that means just that text. */
export function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
