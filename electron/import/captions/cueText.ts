/** What one voice says in a caption. `undefined` is a voice that is not named: the one before goes on. */
export interface VoicedText {
  readonly speaker: string | null | undefined;
  readonly text: string;
}

const known = '(?:v|c|i|b|u|s|em|strong|lang|ruby|rt|font|span|br|p|div)';
const tag = new RegExp(String.raw`</?${known}(?:[.\s][^<>]{0,300})?\s*/?>`, 'giu');
const unclosedTag = new RegExp(
  String.raw`<(?:lang\s+\S+|(?:c|i|b|u|ruby|rt|font)(?:\.[\w.-]{1,60})?(?=[\s]))\s*`,
  'giu',
);
const inlineTime = /<\d{1,4}:\d{2}(?::\d{2})?[.,]\d{1,3}>/g;
const position = /\{\\[^{}]{0,100}\}/g;
const voice = /<v(?:\.[^\s<>]{0,60})*(?:[ \t\n]([^<>]{0,300}))?>/giu;

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
};

function character(reference: string): string {
  const body = reference.slice(1, -1).toLowerCase();
  if (!body.startsWith('#')) return named[body] ?? reference;
  const point = body.startsWith('#x')
    ? Number.parseInt(body.slice(2), 16)
    : Number(body.slice(1));
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : reference;
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/giu, character);
}

/** The words of a caption without tags, inline times and positions, character references read. */
export function plainCueText(text: string): string {
  const bare = text.includes('<')
    ? text.replace(inlineTime, '').replace(tag, '').replace(unclosedTag, '')
    : text;
  return unescaped(bare.replace(position, ''));
}

/** The voices of a caption by its `<v Name>` tags, closed or not; without any, one voice that is not named. */
export function voicesOf(text: string): VoicedText[] {
  const voices: VoicedText[] = [];
  let from = 0;
  let speaker: string | null | undefined;
  const take = (to: number) => {
    const words = plainCueText(text.slice(from, to));
    if (words.trim() !== '') voices.push({ speaker, text: words });
  };
  for (const match of text.matchAll(voice)) {
    take(match.index);
    const name = unescaped(match[1] ?? '')
      .replace(/\s+/gu, ' ')
      .trim()
      .slice(0, 200)
      .toWellFormed();
    speaker = name === '' ? undefined : name;
    from = match.index + match[0].length;
  }
  take(text.length);
  return voices;
}
