/** Words of a CHAT line as one reads them, and what was taken away or rewritten for that. */
export interface ReadableChat {
  readonly text: string;
  readonly marks: readonly string[];
}

type Rewrite = string | ((...match: readonly string[]) => string);

const asWords = (written: string) => written.replace(/[_:]+/g, ' ').trim();

/** In this order: what a later rule looks for may only be seen once an earlier one has done its work. */
const rules: readonly (readonly [RegExp, Rewrite])[] = [
  // The language of the line, and what somebody else says in the middle of it.
  [/\[- ?[\w, ]{1,40}\]/g, ''],
  [
    /&\*([\p{L}\p{N}]{1,20}):([^\s<>[\]]{1,200})/gu,
    (_, who = '', words = '') => `[${who}: ${asWords(words)}]`,
  ],
  // Sounds and things done.
  [/&=0?([^\s<>[\]]{1,200})/g, (_, what = '') => `[${asWords(what)}]`],
  [/&\{[ln]=([^\s<>[\]]{1,200})/g, (_, what = '') => `[${asWords(what)} …]`],
  [/&\}[ln]=([^\s<>[\]]{1,200})/g, (_, what = '') => `[… ${asWords(what)}]`],
  // Fillers and beginnings of words were said; only their sign goes.
  [/(?<=^|[\s<])&[-+~]?(?=\p{L})/gu, ''],
  // What a word should have been, against what explains it.
  [/\[::? [^\]]{1,200}\]/g, ''],
  [/\[(?:=[!?]?|%|\^) ?([^\]]{1,300})\]/g, (_, remark = '') => `[${remark.trim()}]`],
  // Repetition, correction, overlap, error, stress, remarks about the whole line.
  [/\[(?:\/{1,3}[-?]?|[<>]\d{0,2}|[*+][^\]]{0,80}|!{1,2}|"|e)\]/g, ''],
  [/^(?:\s*\+[<^,"+≈≋](?=\s))+/u, ''],
  [/\+\/\/?\?$/, '–?'],
  [/\+\/\/?\.$/, '–'],
  [/\+\.\.\.$/, '…'],
  [/\+\.\.\?$/, '…?'],
  [/\+!\?$/, '!?'],
  [/\+"\/\.$/, ':'],
  [/\+(?:"\.|\.)$/, '.'],
  // What kind of word it is: a word of another language, a made-up word.
  [/(?<=[\p{L}\p{N}'’)])@[a-z]{1,3}(?:[:$][\p{L}\p{N}+&:$*-]{0,60})?(?=[\s>]|$)/gu, ''],
  // A nought before a word says that it was not said.
  [/(?<=^|\s)0\p{L}\S{0,100}/gu, ''],
  [/^\s*0(?=\s|$)/, ''],
  [/[<>]/g, ''],
  [/[⌈⌉⌊⌋]\d?/g, ''],
  [/(?<=\p{L})\((\p{L}{1,30})\)/gu, '$1'],
  [/\((\p{L}{1,30})\)(?=\p{L})/gu, '$1'],
  [/(?<=\p{L})_(?=\p{L})/gu, ' '],
  [/(?<=\p{L})\+(?=\p{L})/gu, ''],
  [/\s?[‡„]/g, ','],
];

function spaced(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/ ([.,;:?!]+)(?=\s|$)/g, '$1')
    .trim();
}

/**
 * What was said on a main line, with pauses, unclear words and doubtful places left as they are, sounds and remarks in
 * square brackets, and the signs that are for programs taken away.
 */
export function readableChat(line: string): ReadableChat {
  const marks: string[] = [];
  let text = line.replace(/\s+/gu, ' ').trim();
  for (const [pattern, rewrite] of rules) {
    text = text
      .replace(pattern, (...match: readonly string[]) => {
        marks.push((match[0] ?? '').trim());
        return typeof rewrite === 'string'
          ? rewrite.replace('$1', match[1] ?? '')
          : rewrite(...match);
      })
      .trim();
  }
  return { text: spaced(text), marks };
}
