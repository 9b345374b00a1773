import type { ImportChoices } from '../../../shared/domain/importedTranscript.ts';
import {
  labelKind,
  type LabelForm,
  type LabelKind,
} from '../../../shared/text/speakerLabels.ts';

export interface Candidate {
  readonly label: string;
  readonly form: LabelForm;
  readonly line: number | null;
}

export interface ChosenSpeakers {
  readonly labels: ReadonlySet<string>;
  /** Speakers that are so by their looks and company alone, since they stand there once. */
  readonly once: readonly Candidate[];
  /** What looks like a speaker and was not taken for one. */
  readonly notTaken: readonly Candidate[];
}

interface Tally {
  readonly label: string;
  readonly kind: LabelKind;
  readonly first: Candidate;
  /** Places with a colon; the other forms prove less. */
  colons: number;
  loose: number;
  tight: number;
}

interface Company {
  readonly tallies: readonly Tally[];
  readonly candidates: number;
  /** Lines that could have had a label. */
  readonly lines: number;
}

function tallied(candidates: readonly Candidate[]): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const candidate of candidates) {
    const { label, form } = candidate;
    const tally = tallies.get(label) ?? {
      label,
      kind: labelKind(label),
      first: candidate,
      colons: 0,
      loose: 0,
      tight: 0,
    };
    if (form === 'tight') tally.tight += 1;
    else if (form === 'colon' || form === 'stamp') tally.colons += 1;
    else tally.loose += 1;
    tallies.set(label, tally);
  }
  return [...tallies.values()];
}

const isSure = (kind: LabelKind) => kind === 'code' || kind === 'role';

function isRepeated(tally: Tally, company: Company): boolean {
  const count = tally.colons + tally.loose + tally.tight;
  const share = count / Math.max(1, company.candidates);
  if (count < 2) return false;
  if (tally.colons === 0) {
    return tally.loose > 0 ? isLooseHabit(company) : isSure(tally.kind) && share >= 0.05;
  }
  if (tally.kind === 'heading' || tally.kind === 'sentence') return share >= 0.2;
  return tally.kind === 'phrase' ? share >= 0.05 : true;
}

// [Anna] text, bold names without a colon and names after bullets count where they are the way of the whole file.
function isLooseHabit({ tallies, lines }: Company): boolean {
  const loose = tallies.filter((tally) => tally.loose > 0 && tally.kind !== 'phrase');
  const places = loose.reduce((sum, tally) => sum + tally.loose, 0);
  const colons = tallies.reduce((sum, tally) => sum + tally.colons, 0);
  return loose.length >= 2 && places >= lines * 0.2 && places >= colons;
}

function isBelievedOnce(tally: Tally, company: Company, density: number): boolean {
  if (tally.kind === 'heading' || tally.kind === 'sentence' || tally.kind === 'phrase')
    return false;
  if (tally.colons === 0) return tally.loose > 0 && isLooseHabit(company);
  if (isSure(tally.kind)) return company.lines <= 3 || density >= 0.15;
  return density >= 0.4 && company.tallies.length >= 2;
}

const none: ReadonlySet<string> = new Set();
const isNamed = (label: string) =>
  isSure(labelKind(label)) || labelKind(label) === 'name';

// "A: … B: … A: …" and little else: two labels that take turns are speakers whatever they look like.
function takingTurns(candidates: readonly Candidate[], lines: number): typeof none {
  const strong = candidates.filter(({ form }) => form === 'colon' || form === 'stamp');
  const labels = new Set(strong.map(({ label }) => label));
  const areNames = [...labels].every(isNamed);
  // Somebody with a role in the talk asks, and whoever answers may well do so for pages.
  const isInterview =
    areNames && [...labels].some((label) => labelKind(label) === 'role');
  if (labels.size !== 2 || (strong.length < lines * 0.6 && !isInterview)) return none;
  const alternate = strong.every(
    ({ label }, at) => at === 0 || strong[at - 1]?.label !== label,
  );
  return alternate && (strong.length > 2 || areNames) ? labels : none;
}

function densityOf(company: Company, labels: ReadonlySet<string>): number {
  const places = company.tallies
    .filter(
      (tally) => labels.has(tally.label) || tally.kind === 'name' || isSure(tally.kind),
    )
    .reduce((sum, tally) => sum + tally.colons + tally.loose, 0);
  return places / Math.max(1, company.lines);
}

/** Decides which of the labels that lines begin with are speakers, by how often, in what company and how they look. */
export function chooseSpeakers(
  candidates: readonly Candidate[],
  lines: number,
  choices: ImportChoices,
): ChosenSpeakers {
  const refused = new Set(choices.notSpeakers);
  const asked = new Set(choices.alsoSpeakers);
  const eligible = candidates.filter(({ label }) => !refused.has(label));
  const company = { tallies: tallied(eligible), candidates: eligible.length, lines };
  const named = eligible.filter(({ label }) => isNamed(label));
  const alternating = [takingTurns(eligible, lines), takingTurns(named, lines)];
  const labels = new Set<string>();
  for (const tally of company.tallies) {
    const takesTurns = alternating.some((pair) => pair.has(tally.label));
    if (asked.has(tally.label) || takesTurns || isRepeated(tally, company))
      labels.add(tally.label);
  }
  const dense = densityOf(company, labels);
  const once = company.tallies.filter(
    (tally) => !labels.has(tally.label) && isBelievedOnce(tally, company, dense),
  );
  for (const tally of once) labels.add(tally.label);
  const notTaken = company.tallies
    .filter(
      (tally) =>
        !labels.has(tally.label) && tally.colons > 0 && tally.kind !== 'sentence',
    )
    .map((tally) => tally.first);
  return { labels, once: doubtfulOf(once, company), notTaken };
}

const fewLabels = 10;

// P3 and Okänd may well speak once, and in a short transcript anyone; a name that does in a long one may be no name.
function doubtfulOf(once: readonly Tally[], { candidates }: Company): Candidate[] {
  if (candidates < fewLabels) return [];
  return once.filter((tally) => !isSure(tally.kind)).map((tally) => tally.first);
}
