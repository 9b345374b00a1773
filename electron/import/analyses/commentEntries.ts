import type { ColumnRole } from '../../../shared/domain/existingAnalysis.ts';
import type { Level } from '../../../shared/domain/project.ts';
import { rolesOf } from './analysisColumns.ts';
import type { AnalysisEntry, EntryFacts } from './analysisEntries.ts';
import { kindOfHeading } from './analysisHeadings.ts';
import type { CommentedWords } from './analysisSource.ts';
import { cleanCell } from './tableHead.ts';

interface Labelled {
  readonly label: string;
  readonly text: string;
}

const partBorder = /\n|\s+[/|]\s+|;\s*/u;
const labelAtStart = /^([\p{L}][\p{L} -]{1,40}?)\s*[:=]\s*(.*)$/su;

/** `Kod: x / Kategori: y` by its labels; null where the comment does not begin with one that is known. */
function labelledIn(comment: string): readonly Labelled[] | null {
  const found: { label: string; text: string }[] = [];
  for (const part of comment.split(partBorder)) {
    const [, label, text] = labelAtStart.exec(part.trim()) ?? [];
    const last = found.at(-1);
    if (label !== undefined && kindOfHeading(label) !== null)
      found.push({ label, text: (text ?? '').trim() });
    else if (last === undefined) return null;
    else last.text += `\n${part.trim()}`;
  }
  return found;
}

interface Reading {
  readonly at: number;
  readonly author: string | null;
  readonly roleOf: ReadonlyMap<string, ColumnRole>;
}

function factsOf(comment: string, { at, author, roleOf }: Reading): EntryFacts {
  const said = labelledIn(comment);
  const of = (role: ColumnRole) =>
    (said ?? [])
      .filter(({ label }) => roleOf.get(label.toLowerCase()) === role)
      .map(({ text }) => text)
      .join('\n');
  const levels = [...new Set(roleOf.values())].flatMap((role) => {
    const depth = Number(/^level-(\d)$/.exec(role)?.[1] ?? 0);
    return depth > 0 ? [[depth, of(role)] as const] : [];
  });
  return {
    row: at + 1,
    table: '',
    author,
    condensed: of('condensed'),
    interpretation: of('interpretation'),
    code: said === null ? comment : of('code'),
    levels: new Map(levels),
    theme: of('theme'),
  };
}

/** The labels in all comments, as if they were the headings of a table. */
export interface CommentLabels {
  readonly headings: readonly string[];
  readonly roles: readonly ColumnRole[];
}

/** What the comments call their codes, categories and so on, in any of them. */
export function labelsOfComments(
  comments: readonly CommentedWords[],
  levels: readonly Level[],
): CommentLabels {
  const headings = [
    ...new Set(
      comments.flatMap(({ comment }) =>
        (labelledIn(cleanCell(comment)) ?? []).map(({ label }) => label.toLowerCase()),
      ),
    ),
  ];
  return { headings, roles: rolesOf(headings, levels) };
}

/**
 * One entry per comment, numbered in the order of the text; the codes stand in it line by line or parted by `;`, or
 * behind labels (`Kod:`, `Kategori:`). What answers another comment is talk about it and no code.
 */
export function entriesOfComments(
  comments: readonly CommentedWords[],
  { headings, roles }: CommentLabels,
): readonly AnalysisEntry[] {
  const roleOf = new Map(headings.map((label, at) => [label, roles[at] ?? 'ignore']));
  return comments.flatMap(
    ({ words, before, after, author: by, comment, isReply }, at) => {
      if (isReply) return [];
      const author = cleanCell(by) || null;
      return {
        row: at + 1,
        table: '',
        quote: cleanCell(words),
        transcript: '',
        speaker: '',
        turn: '',
        before: cleanCell(before),
        after: cleanCell(after),
        author,
        facts: [factsOf(cleanCell(comment), { at, author, roleOf })],
      };
    },
  );
}
