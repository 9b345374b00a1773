import type { ColumnRole } from '../../../shared/domain/existingAnalysis.ts';

/** What a heading may say; `sub`, `category` and `main` become the levels of the project. */
export type HeadingKind =
  Exclude<ColumnRole, `level-${number}` | 'ignore'> | 'sub' | 'category' | 'main';

const headings: Readonly<Record<HeadingKind, RegExp>> = {
  unit: /^(?:menings(?:bärande )?enhet(?:er)?|meaning units?|enhet|unit|citat|quotes?|quotations?|utdrag|excerpts?|segment|text|textenhet|utsaga)$/u,
  condensed:
    /^(?:kondens(?:ering(?:ar)?|erat|at|erade?)|condens(?:ations?|ed))(?: .{1,80})?$/u,
  interpretation:
    /^(?:(?:tolkning(?:ar)?|interpretations?)(?: .{1,60})?|(?:kondens|condens).{1,60}(?:tolk(?:ning|ad)|underliggande|latent|interpret|underlying).{0,60})$/u,
  code: /^(?:(?:öppen |öppna |preliminära? |initial[at]? |open |initial )?(?:kod(?:er)?|codes?)|code names?|kodnamn|kodord|etikett(?:er)?|labels?)$/u,
  theme:
    /^(?:övergripande |överordnat |huvud ?|latent(?:a)? |main |overarching |overall )?(?:tema(?:n|ta)?|themes?)$/u,
  transcript:
    /^(?:källa|source|transkript(?:ion)?|transcripts?|intervju|interview|fokusgrupp|focus group|grupp|group|fil|file|filnamn|file ?name|dokument|document)$/u,
  speaker:
    /^(?:talare|speakers?|deltagare|participants?|informant|respondent|intervjuperson|ip|person|vem|who)$/u,
  turn: /^(?:replik(?:er)?|turns?|repliknummer|turn number)$/u,
  sub: /^(?:(?:under|sub)[- ]?kategori(?:er)?|sub[- ]?categor(?:y|ies))$/u,
  category: /^(?:kategori(?:er)?|categor(?:y|ies))$/u,
  main: /^(?:(?:huvud|över|main|generisk|övergripande |överordnad|överordnad )[- ]?kategori(?:er)?|(?:main|generic|overarching)[- ]?categor(?:y|ies))$/u,
};
/** The interpretation stands in a condensed unit's heading too, so it is looked for first. */
const kinds = [
  'interpretation',
  ...Object.keys(headings).filter((kind) => kind !== 'interpretation'),
] as readonly HeadingKind[];

export const levelKinds: readonly HeadingKind[] = ['sub', 'category', 'main'];

/** Of several columns that may hold the words those that say so most clearly. */
const unitRanks: readonly RegExp[] = [
  /^mening|^meaning/u,
  /^citat|^quot|^utdrag|^excerpt/u,
  /^text|^utsaga|^enhet|^unit/u,
];

/** A heading as headings are compared: no case, no number before it, no signs. */
export const plainHeading = (heading: string) =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/^\s*(?:steg |step )?\d{1,2}\s*[.):]\s*/u, '')
    .replace(/[\s:*.,()–—]+/g, ' ')
    .trim();

/** The heading itself, without what is in brackets, and its parts where it is said in two ways. */
function waysToSay(heading: string): readonly string[] {
  const short = heading.replace(/\([^)]*\)/g, ' ');
  return [
    heading,
    short,
    ...heading.split(/[/\n,]|\s[-–—]\s/u),
    ...short.split(/\s+(?:och|and|eller|or)\s+/iu),
  ].map(plainHeading);
}

/** What the column under a heading holds; null when it says nothing that is known. */
export function kindOfHeading(heading: string): HeadingKind | null {
  if (heading.length > 200) return null;
  for (const way of waysToSay(heading)) {
    const kind = kinds.find((one) => headings[one].test(way));
    if (kind !== undefined) return kind;
  }
  return null;
}

/** From 0, the clearest; only for columns that may hold the words. */
export function unitRank(heading: string): number {
  const ranks = waysToSay(heading).map((way) =>
    headings.unit.test(way) ? unitRanks.findIndex((rank) => rank.test(way)) : -1,
  );
  return Math.min(...ranks.filter((rank) => rank >= 0), unitRanks.length);
}

/** How many of the cells say what a column holds; nought when none of them is the meaning unit. */
export function headingsIn(cells: readonly string[]): number {
  const found = new Set(cells.map(kindOfHeading).filter((kind) => kind !== null));
  return found.has('unit') ? found.size : 0;
}
