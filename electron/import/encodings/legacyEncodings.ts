import iconv from 'iconv-lite';

export interface LegacyScore {
  readonly encoding: string;
  /** How much of what is not ASCII is explained by Swedish letters and ordinary punctuation, 0 to 1. */
  readonly share: number;
}

interface Alphabet {
  readonly encoding: string;
  /** å ä ö Å Ä Ö é É ü. */
  readonly letters: readonly number[];
  /** Dashes, quotation marks, ellipsis, hard space, section sign, half. */
  readonly signs: readonly number[];
}

const alphabets: readonly Alphabet[] = [
  {
    encoding: 'windows-1252',
    letters: [
      0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9, 0xc9, 0xfc, 0xe8, 0xe0, 0xf8, 0xe6,
    ],
    signs: [
      0x96, 0x97, 0x93, 0x94, 0x91, 0x92, 0x85, 0xa0, 0xa7, 0xbd, 0xb0, 0xab, 0xbb, 0xb7,
      0x95, 0xb4, 0x80,
    ],
  },
  {
    encoding: 'macintosh',
    letters: [
      0x8c, 0x8a, 0x9a, 0x81, 0x80, 0x85, 0x8e, 0x83, 0x9f, 0x8f, 0x88, 0xbf, 0xbe,
    ],
    signs: [
      0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xc9, 0xca, 0xa4, 0xa1, 0xc7, 0xc8, 0xe1, 0xa5,
      0xdb,
    ],
  },
  {
    encoding: 'cp850',
    letters: [
      0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82, 0x90, 0x81, 0x8a, 0x85, 0x9b, 0x91,
    ],
    signs: [0xff, 0xf5, 0xab, 0xf8, 0xae, 0xaf, 0xfa, 0x2d],
  },
];

const others = ['windows-1250', 'windows-1251', 'gb18030', 'big5', 'shift_jis', 'euc-kr'];

/** What a file's bytes are, counted once. */
export function byteCensus(bytes: Uint8Array): {
  controls: number;
  firstControl: number;
} {
  let controls = 0;
  let firstControl = -1;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x20 || (byte >= 0x08 && byte <= 0x0d) || byte === 0x1a || byte === 0x15)
      continue;
    controls += 1;
    if (firstControl < 0) firstControl = at;
  }
  return { controls, firstControl };
}

const isAsciiLetter = (byte: number | undefined) =>
  byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

function isInWord(bytes: Uint8Array, at: number): boolean {
  return (
    isAsciiLetter(bytes[at - 1]) || isAsciiLetter(bytes[at + 1]) || standsAlone(bytes, at)
  );
}

function shareOf(
  bytes: Uint8Array,
  { letters, signs }: Alphabet,
): { share: number; swedish: number } {
  const swedish = new Set(letters.slice(0, 6));
  const isLetter = new Set(letters);
  const isSign = new Set(signs);
  let high = 0;
  let explained = 0;
  let found = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    high += 1;
    const isWord = isLetter.has(byte) && isInWord(bytes, at);
    if (isWord || isSign.has(byte)) explained += 1;
    if (isWord && swedish.has(byte)) found += 1;
  }
  return { share: high === 0 ? 0 : explained / high, swedish: found };
}

// "å" and "ö" are words of their own.
function standsAlone(bytes: Uint8Array, at: number): boolean {
  return (bytes[at - 1] ?? 0x20) <= 0x20 && (bytes[at + 1] ?? 0x20) <= 0x2e;
}

function validOthers(bytes: Uint8Array): string[] {
  const part = Buffer.from(bytes.subarray(0, 200_000));
  return others.filter(
    (encoding) => !iconv.decode(part, encoding).slice(0, -2).includes('\uFFFD'),
  );
}

/** The likely eight-bit encodings of a text, best first: by its Swedish letters, else Windows-1252 and what else it may be. */
export function scoreEncodings(bytes: Uint8Array): LegacyScore[] {
  const part = bytes.subarray(0, 2_000_000);
  const scored = alphabets.map((alphabet) => ({
    encoding: alphabet.encoding,
    ...shareOf(part, alphabet),
  }));
  const sorted = scored.toSorted((a, b) => b.swedish - a.swedish);
  const tied = (sorted[0]?.swedish ?? 0) === (sorted[1]?.swedish ?? 0);
  const ranked = tied ? scored : sorted;
  const scores = ranked.map(({ encoding, share, swedish }) => ({
    encoding,
    share: swedish > 0 ? share : 0,
  }));
  if ((scores[0]?.share ?? 0) >= 0.8) return scores;
  return [...scores, ...validOthers(part).map((encoding) => ({ encoding, share: 0 }))];
}
