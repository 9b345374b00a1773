import { stampAtEnd, stampAtStart, type Stamp } from './timeStamps.ts';

/**
 * `tight` is a colon with no space after it (`P1:Ja`), which only counts when the label is known from elsewhere; `item` is a
 * label after a bullet, which may as well be an item of a list.
 */
export type LabelForm = 'colon' | 'tight' | 'bracket' | 'bold' | 'stamp' | 'item';

export interface LabelReading {
  readonly label: string;
  /** What is left of the line after the label. */
  readonly text: string;
  readonly form: LabelForm;
  /** A time stamp that stood inside the label: `Anna (00:12):`. */
  readonly stamp: Stamp | null;
}

/**
 * How sure a label is by its looks alone: `code` (P1, AB, SPEAKER_00), `role` (Moderator, Man 2), `name` (Anna Lind),
 * `phrase` (anything else short), `heading` (Datum, OBS, Fråga 3) and `sentence` (jag sa), which are speakers only
 * in a file that is full of them.
 */
export type LabelKind = 'code' | 'role' | 'name' | 'phrase' | 'heading' | 'sentence';

const longestLabel = 40;
const mostWords = 5;

const roleWords = new Set(
  `moderator moderatorn mod samtalsledare samtalsledaren gruppledare gruppledaren diskussionsledare intervjuare intervjuaren
  intervjuledare int interviewer facilitator frågeställare utredare utredaren forskare forskaren researcher bisittare bisittaren
  observatör observatören observer antecknare sekreterare sekreteraren tolk tolken interpreter
  deltagare deltagaren participant respondent respondenten resp informant informanten inf intervjuperson intervjupersonen befr ip person röst voice
  talare speaker man kvinna male female mannen kvinnan pojke flicka barn elev student lärare läraren patient patienten klient brukare
  anhörig förälder mamma pappa mor far chef chefen sjuksköterska läkare läkaren kurator handläggare personal okänd okänt oidentifierad
  unknown unidentified flera alla samtliga någon annan all several everyone both båda kör gruppen publik`.split(
    /\s+/,
  ),
);

const headingWords = new Set(
  `datum date plats place location lokal deltagare deltagarna participants närvarande present frånvarande tid tidpunkt time klockan
  längd duration inspelning inspelad inspelningen recording ljudfil audio fil filnamn file transkriberad transkribering transkriberat transkription
  transcribed transcriber transcript transcription utskrift avskrift utskriven projekt project studie study intervju interview fokusgrupp grupp
  group ämne subject titel title rubrik version språk language kön ålder age yrke arbetsplats kommentar kommentarer comment anteckning
  anteckningar notes note bakgrund förkortningar teckenförklaring koder id kod nr nummer sida page diarienummer dnr syfte
  obs not nb ps fråga frågor frågan question questions tema theme del part avsnitt exempel example summary sammanfattning slutsats svar
  resultat punkt alternativ notera bild paus kapitel chapter uppgift övrigt tillägg övning problem följdfråga delfråga fas område block
  http https file ftp www`.split(/\s+/),
);

const sentenceWords = new Set(
  `jag vi du ni han hon det den de dom dem är var att som men så sa sade säger frågade tänkte sen då för inte har hade kan ska vill blir
  det: ju väl ja jo nej nä nja okej ok mm hmm eh alltså precis hej tack liksom typ när om eller min mitt mina vår vårt din ett på till från
  the said says is was that this these those i'm he she it they we you and then so but because my your`.split(
    /\s+/,
  ),
);

const soundWords =
  /^(?:\.{2,}|…|(?:(?:kort|lång|lågt|låg|svag|gemensamt|allmänt|allmän|inaudible|long|short|alla|flera|gruppen)\s+)*(?:skratt|skrattar|fniss|fnissar|paus|pausar|tystnad|tyst|ohörbart|ohörbar|otydligt|otydlig|hörs ej|hörs inte|suck|suckar|harkling|harklar|hostar|hosta|applåder|musik|gråter|gråt|nickar|skakar|viskar|pratar|prat|sorl|laughter|laughs|laughing|laugh|pause|inaudible|unclear|silence|crosstalk|music|applause|sighs|sigh|coughs|cough|crying|noise|bild|image)\b.*|\d+\s*(?:s|sek|sekunder|sec|seconds)?\.?)$/iu;

/** A bracketed remark that is something heard and not somebody's name: `(skratt)`, `[ohörbart 00:12:33]`, `(2 s)`. */
export function isHeardSound(inside: string): boolean {
  return soundWords.test(inside.trim().slice(0, 60));
}

const code =
  /^(?:\p{L}{1,4}[ .-]?\d{1,3}\p{Ll}?|\p{Lu}{1,4}\.?|\p{L}|(?:\p{Lu}\.\s?){1,3}|[\p{L}\d]{1,8}[ _:./-]{1,2}\p{L}{1,4}[ -]?\d{0,3}|\p{L}{1,12}[_#-]\d{1,3})$/u;
const nameWord =
  /^(?:["”“'’(]?[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*[.,)"”']*|\d{1,3}\)?|#\d{1,3}|[\p{Lu}\d]{1,3}|&|\+|\/)$/u;
const particles = new Set([
  'von',
  'van',
  'af',
  'av',
  'de',
  'der',
  'la',
  'den',
  'el',
  'al',
  'bin',
  'och',
  'and',
  'i',
  'med',
]);

function plainWords(label: string): string[] {
  return label
    .toLowerCase()
    .split(/[\s/&+,()[\]._#-]+/u)
    .filter((word) => word !== '');
}

function isRole(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  if (words.length > 3 || words.slice(1).some((word) => sentenceWords.has(word)))
    return false;
  return (
    roleWords.has(first) ||
    roleWords.has(first.replace(/\d+$/, '')) ||
    roleWords.has(second)
  );
}

function looksLikeName(label: string): boolean {
  const words = label.split(/\s+/);
  return words.every(
    (word, at) => nameWord.test(word) || (at > 0 && particles.has(word.toLowerCase())),
  );
}

function isHeading(words: readonly string[]): boolean {
  const [first = ''] = words;
  return first !== 'deltagare' && headingWords.has(first);
}

function isCode(label: string, words: readonly string[]): boolean {
  if (!code.test(label)) return false;
  return words.length === 1 || /[\d_]/.test(label) || label === label.toUpperCase();
}

function isSentence(words: readonly string[]): boolean {
  return words.some(
    (word, at) => sentenceWords.has(word) && (words.length > 1 || at === 0),
  );
}

/** Sorts a label by its looks, a remark in brackets after it left out; what becomes of it depends on the rest of the file. */
export function labelKind(label: string): LabelKind {
  const bare = withoutBrackets(label);
  const words = plainWords(bare);
  if (isHeading(words)) return 'heading';
  if (isRole(words)) return 'role';
  if (isCode(bare, words)) return 'code';
  if (isSentence(words)) return 'sentence';
  return looksLikeName(bare) ? 'name' : 'phrase';
}

// "Deltagare 1 (kvinna, 43 år)": what stands in brackets says who it is, and is not part of the name.
const withoutBrackets = (label: string) =>
  label.endsWith(')') ? label.replace(/(?<=\S)\s*\([^()]*\)$/u, '') : label;

function hasSentencePunctuation(label: string): boolean {
  if (/[!?;:"”“|=*<>{}[\]…]/u.test(label)) return true;
  if (/\.(?!$|\s|\p{L}|\d)/u.test(label) || /\p{L}{6,}\.(?:\s|$)/u.test(label))
    return true;
  const outside = withoutBrackets(label);
  const commas = outside.match(/,/g)?.length ?? 0;
  return commas > 1 || (commas === 1 && !/\p{L},\s\p{Lu}/u.test(outside));
}

function bracketsAreOnePair(label: string): boolean {
  const open = label.indexOf('(');
  const close = label.indexOf(')');
  if (open < 0 && close < 0) return true;
  return (
    open > 0 &&
    close > open &&
    !label.slice(open + 1).includes('(') &&
    !label.slice(close + 1).includes(')')
  );
}

/** Whether a piece of text has the shape of a speaker's label; says nothing of whether it is one. */
export function isLabelLike(label: string): boolean {
  if (label === '' || label.length > longestLabel || !/^\p{L}/u.test(label)) return false;
  if (withoutBrackets(label).split(/\s+/).length > mostWords) return false;
  return !hasSentencePunctuation(label) && bracketsAreOnePair(label);
}

function tidyLabel(raw: string): string {
  return raw
    .replace(/[\s\u200B\uFEFF]+/gu, ' ')
    .replace(/^[*_'"”“]+|[*_'"”“:]+$/gu, '')
    .trim();
}

function reading(
  rawLabel: string,
  rawText: string,
  form: LabelForm,
): LabelReading | null {
  const sound = /^(.*?)\s*([([][^()[\]]{1,40}[)\]])$/u.exec(rawLabel.trim());
  const isSound = sound !== null && isHeardSound((sound[2] ?? '').slice(1, -1));
  const label = tidyLabel(isSound ? (sound[1] ?? '') : rawLabel);
  if (!isLabelLike(label)) return null;
  const text = rawText.trim();
  return {
    label,
    text: isSound ? `${sound[2]} ${text}`.trim() : text,
    form,
    stamp: null,
  };
}

const bareStampThenColon =
  /^(.{1,40}?)[\s,|]+(\d{1,2}:\d{2}(?::\d{2})?)\s*[:：](?=\s|$)/u;

function withBareStamp(line: string): LabelReading | null {
  const match = bareStampThenColon.exec(line.slice(0, longestLabel + 16));
  const stamp = match === null ? null : stampAtStart(match[2] ?? '');
  if (match === null || stamp === null) return null;
  const found = reading(match[1] ?? '', line.slice(match[0].length), 'colon');
  return found === null ? null : { ...found, stamp };
}

function withStampInLabel(line: string): LabelReading | null {
  const at = line.slice(0, longestLabel + 4).search(/[[(]\s*\d/u);
  if (at < 1) return withBareStamp(line);
  const stamp = stampAtStart(line.slice(at));
  if (stamp === null || stamp.form !== 'bracket') return null;
  const rest = line.slice(at + stamp.length);
  const hasColon = /^\s*[:：]/u.test(rest);
  const found = reading(
    line.slice(0, at),
    rest.replace(/^\s*[:：]/u, ''),
    hasColon ? 'colon' : 'stamp',
  );
  return found === null ? null : { ...found, stamp };
}

// [Anna 00:12] and [00:12 Anna].
function withoutStamp(inside: string): { label: string; stamp: Stamp | null } {
  const last = stampAtEnd(inside);
  if (last !== null && last.length < inside.length) {
    return {
      label: inside.slice(0, inside.length - last.length).replace(/[\s,|–-]+$/u, ''),
      stamp: last,
    };
  }
  const first = stampAtStart(inside);
  return first === null
    ? { label: inside, stamp: null }
    : { label: inside.slice(first.length), stamp: first };
}

function inBrackets(line: string): LabelReading | null {
  const match =
    /^\\?(?:[[(]([^[\]()<>]{1,42})\\?[\])]|<([^<>[\]/]{1,42})>)\s*([:：]?)(.*)$/su.exec(
      line,
    );
  if (match === null) return null;
  const inside = match[1] ?? match[2] ?? '';
  if (isHeardSound(inside)) return null;
  const { label, stamp } = withoutStamp(inside);
  const found = reading(label, match[4] ?? '', match[3] === '' ? 'bracket' : 'colon');
  return found === null ? null : { ...found, stamp };
}

function inMarkdownBold(line: string): LabelReading | null {
  const match = /^(\*\*|__|\*|_)(?=\S)([^*_\n]{1,44})\1(.*)$/su.exec(line);
  if (match === null) return null;
  const inside = (match[2] ?? '').trim();
  const rest = match[3] ?? '';
  const hasColon = inside.endsWith(':') || /^\s*[:：]/u.test(rest);
  const bare = inside.replace(/\s*[:：]$/u, '');
  const stamped = withStampInLabel(bare);
  const text = rest.replace(/^\s*[:：]/u, '');
  if (stamped !== null) return { ...stamped, text: text.trim() };
  return reading(bare, text, hasColon ? 'colon' : 'bold');
}

function beforeColon(line: string): LabelReading | null {
  const at = line.slice(0, longestLabel + 6).search(/[:：]/u);
  if (at < 1) return null;
  const after = line.slice(at + 1);
  if (after === '' || /^[\s\u200B]/u.test(after))
    return reading(line.slice(0, at), after, 'colon');
  return /^[\d/\\]/u.test(after) ? null : reading(line.slice(0, at), after, 'tight');
}

function afterBold(line: string, bold: number): LabelReading | null {
  const inBold = line.slice(0, bold).replace(/\s*[:：]\s*$/u, '');
  const text = line.slice(bold).replace(/^\s*[:：]/u, '');
  return withStampInLabel(line) ?? beforeColon(line) ?? reading(inBold, text, 'bold');
}

function withoutBold(line: string): LabelReading | null {
  return (
    inMarkdownBold(line) ??
    inBrackets(line) ??
    withStampInLabel(line) ??
    beforeColon(line)
  );
}

function afterBullet(line: string): LabelReading | null {
  const bullet = /^[-–—•·*]\s+/u.exec(line.slice(0, 40))?.[0];
  if (bullet === undefined) return withoutBold(line.replace(/^>{1,3}\s*/, ''));
  const found = withoutBold(line.slice(bullet.length));
  return found?.form === 'colon' ? { ...found, form: 'item' } : found;
}

/**
 * The label that a line begins with, after an optional bullet or `>>`. `bold` is how many characters at the start of
 * the line are bold in the file, which makes a label of a name without a colon.
 */
export function labelAtStart(line: string, bold = 0): LabelReading | null {
  const isBold = bold > 0 && bold <= longestLabel + 4;
  return isBold ? afterBold(line, bold) : afterBullet(line);
}

const speechHeadings = new Set(
  'fråga frågor frågan question questions svar obs not nb ps tema theme del part exempel example punkt problem följdfråga delfråga'.split(
    ' ',
  ),
);

/** `Datum: …`, `Deltagare: …`: a line of the block above a transcript that says what it is a transcript of. */
export function isHeaderLine(line: string): boolean {
  const found = labelAtStart(line);
  if (found === null || found.text === '' || found.text.length > 160) return false;
  const words = plainWords(found.label);
  const first = words[0] ?? '';
  if (first === 'deltagare' && words.length > 1) return false;
  return headingWords.has(first) && !speechHeadings.has(first);
}
