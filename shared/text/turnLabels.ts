const labelled = /^(\D*)(\d+)([a-z]*)$/u;

interface Parts {
  readonly stem: string;
  readonly number: number;
  readonly letters: string;
}

function partsOf(label: string): Parts {
  const found = labelled.exec(label);
  return found
    ? { stem: found[1]!, number: Number(found[2]), letters: found[3]! }
    : { stem: label, number: 0, letters: '' };
}

/** b, c … z, then za, zb … */
function lettersAfter(letters: string): string {
  const last = letters.at(-1);
  if (last === undefined) return 'b';
  return last === 'z'
    ? `${letters}a`
    : letters.slice(0, -1) + String.fromCodePoint(last.codePointAt(0)! + 1);
}

/** The label of a turn that comes of another (`r10` gives `r10b`), free among the labels in use. */
export function labelAfter(label: string, used: ReadonlySet<string>): string {
  const stem = label.replace(/(?<=\d)[a-z]+$/u, '');
  let letters = lettersAfter('');
  while (used.has(stem + letters)) letters = lettersAfter(letters);
  return stem + letters;
}

/** The label that stays when turns become one: the lowest, `r9` before `r10` before `r10b`. */
export function lowestLabel(labels: readonly string[]): string {
  return labels.toSorted((a, b) => {
    const [one, other] = [partsOf(a), partsOf(b)];
    if (one.number !== other.number) return one.number - other.number;
    return one.letters < other.letters ? -1 : Number(one.letters > other.letters);
  })[0]!;
}
