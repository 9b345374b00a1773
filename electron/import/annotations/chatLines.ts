/** A line of a CHAT file together with the lines that continue it. */
export interface ChatLine {
  readonly kind: 'header' | 'main' | 'dependent';
  /** `Participants`, `MOD`, `com`. */
  readonly name: string;
  readonly text: string;
  /** Where it begins. */
  readonly line: number;
}

const opening = /^(?:@([^:\t\n]{1,60})(?::|$)|\*([^\s:]{1,60}):|%([^\s:]{1,60}):)/;

/** The lines of a CHAT file; a line that begins as no other does goes on with the one before it. */
export function chatLines(text: string): ChatLine[] {
  const found: (Omit<ChatLine, 'text'> & { readonly parts: string[] })[] = [];
  for (const [at, raw] of text.split('\n').entries()) {
    const match = opening.exec(raw);
    if (match === null) {
      found.at(-1)?.parts.push(raw);
      continue;
    }
    const [start, header, main, dependent = ''] = match;
    const kind =
      header === undefined ? (main === undefined ? 'dependent' : 'main') : 'header';
    const name = (header ?? main ?? dependent).trim();
    found.push({ kind, name, line: at + 1, parts: [raw.slice(start.length)] });
  }
  return found.map(({ parts, ...rest }) => ({
    ...rest,
    text: parts
      .map((part) => part.trim())
      .join(' ')
      .trim(),
  }));
}

/** What to call those who speak, by their codes: their names where they have names of their own, else the codes. */
export function chatParticipants(
  lines: readonly ChatLine[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { kind, name, text } of lines) {
    if (kind !== 'header' || name !== 'Participants') continue;
    for (const participant of text.split(',')) {
      const [code = '', ...rest] = participant.trim().split(/\s+/u);
      // The last word is the role.
      const called = rest.slice(0, -1).join(' ').replaceAll('_', ' ').trim();
      if (code !== '') names.set(code, called || code);
    }
  }
  const taken = [...names.values()];
  return new Map(
    [...names].map(([code, called]) => [
      code,
      taken.indexOf(called) === taken.lastIndexOf(called) ? called : code,
    ]),
  );
}

export interface TimedText {
  readonly text: string;
  readonly startMs: number | null;
  readonly endMs: number | null;
}

const sign = '\u0015';
const bullet = new RegExp(
  String.raw`[${sign}•] ?(?:%\w{1,10}:"[^"\n]{0,300}"_)?(\d{1,10})_(\d{1,10})-? ?[${sign}•]`,
  'g',
);
const otherBullet = new RegExp(`${sign}[^${sign}\n]{0,300}${sign}`, 'g');
const bare = /(?:^|\s)(\d{1,10})_(\d{1,10})$/;

/** Takes the times out of a main line; one program writes them at its end without the sign around them. */
export function timedText(written: string): TimedText {
  const found = [...written.matchAll(bullet)];
  const text = written
    .replace(bullet, ' ')
    .replace(otherBullet, ' ')
    .replaceAll(sign, ' ')
    .trim();
  const last = found.length > 0 ? null : bare.exec(text);
  if (last !== null) found.push(last);
  const [start, end] = [found[0]?.[1], found.at(-1)?.[2]];
  return {
    text: last === null ? text : text.slice(0, last.index),
    startMs: start === undefined ? null : Number(start),
    endMs: end === undefined ? null : Number(end),
  };
}
