import { Refusal } from '../../../shared/errors.ts';
import { readXml, rulesFor, type XmlAttributes, type XmlListener } from '../xmlEvents.ts';

export interface ElanAnnotation {
  readonly id: string;
  /** The two time slots of an annotation that has times of its own. */
  readonly slots: readonly [string, string] | null;
  /** The annotation that this one hangs under. */
  readonly under: string | null;
  readonly line: number;
  readonly text: string;
}

export interface ElanTier {
  readonly id: string;
  readonly participant: string;
  /** The linguistic type; '' where none is named. */
  readonly type: string;
  readonly parent: string | null;
  readonly line: number;
  readonly annotations: ElanAnnotation[];
}

export interface ElanTimeSlot {
  readonly id: string;
  readonly ms: number | null;
}

export interface ElanDocument {
  readonly slots: readonly ElanTimeSlot[];
  readonly tiers: readonly ElanTier[];
}

const kind = 'ELAN';
const mostTiers = 2000;
const written = (value: string | undefined) => value?.trim() ?? '';
const reference = (value: string | undefined) => written(value) || null;

/** Milliseconds of one unit of time, by what the header calls it. */
const unitOf: Readonly<Record<string, number>> = {
  'PAL-frames': 1000 / 25,
  'NTSC-frames': 1001 / 30,
};

function slotOf(attributes: XmlAttributes, unit: number): ElanTimeSlot {
  const value = written(attributes['TIME_VALUE']);
  return {
    id: written(attributes['TIME_SLOT_ID']),
    ms: /^-?\d{1,10}$/.test(value) ? Math.round(Number(value) * unit) : null,
  };
}

function annotationOf(
  attributes: XmlAttributes,
  line: number,
): Omit<ElanAnnotation, 'text'> {
  const from = reference(attributes['TIME_SLOT_REF1']);
  const to = reference(attributes['TIME_SLOT_REF2']);
  return {
    id: written(attributes['ANNOTATION_ID']),
    slots: from === null || to === null ? null : [from, to],
    under: reference(attributes['ANNOTATION_REF']),
    line,
  };
}

class ElanListener implements XmlListener {
  readonly slots: ElanTimeSlot[] = [];
  readonly tiers: ElanTier[] = [];
  readonly #file: string;
  #annotation: Omit<ElanAnnotation, 'text'> | null = null;
  #words: string[] | null = null;
  #unit = 1;

  constructor(file: string) {
    this.#file = file;
  }

  open(name: string, attributes: XmlAttributes, line: number): void {
    if (name === 'TIME_SLOT') this.slots.push(slotOf(attributes, this.#unit));
    else if (name === 'HEADER')
      this.#unit = unitOf[written(attributes['TIME_UNITS'])] ?? 1;
    else if (name === 'TIER') this.#tier(attributes, line);
    else if (name === 'ALIGNABLE_ANNOTATION' || name === 'REF_ANNOTATION')
      this.#annotation = annotationOf(attributes, line);
    else if (name === 'ANNOTATION_VALUE') this.#words = [];
  }

  text(words: string): void {
    this.#words?.push(words);
  }

  close(name: string): void {
    if (name !== 'ANNOTATION_VALUE' || this.#words === null) return;
    const text = this.#words.join('');
    this.#words = null;
    if (this.#annotation !== null)
      this.tiers.at(-1)?.annotations.push({ ...this.#annotation, text });
  }

  #tier(attributes: XmlAttributes, line: number): void {
    if (this.tiers.length >= mostTiers)
      throw rulesFor(kind, this.#file).unsafe(line, 'size');
    this.tiers.push({
      id: written(attributes['TIER_ID']),
      participant: written(attributes['PARTICIPANT']),
      type: written(attributes['LINGUISTIC_TYPE_REF']),
      parent: reference(attributes['PARENT_REF']),
      line,
      annotations: [],
    });
  }
}

function refuseCircle(file: string, line: number): never {
  throw new Refusal('import.circular', { file, line }, { file, where: `line ${line}` });
}

/** A tier's own ancestors, nearest first; refuses a tier that is its own ancestor. */
export function ancestorsOf(
  tier: ElanTier,
  tiers: ReadonlyMap<string, ElanTier>,
  file: string,
): ElanTier[] {
  const ancestors = new Set<ElanTier>();
  let parent = tiers.get(tier.parent ?? '');
  while (parent !== undefined) {
    if (parent === tier || ancestors.has(parent)) refuseCircle(file, parent.line);
    ancestors.add(parent);
    parent = tiers.get(parent.parent ?? '');
  }
  return [...ancestors];
}

/** For every annotation the one whose times hold for it; refuses annotations that hang under each other in a circle. */
export function timedRoots(
  { tiers }: ElanDocument,
  file: string,
): ReadonlyMap<string, ElanAnnotation> {
  const annotations = new Map(
    tiers.flatMap((tier) => tier.annotations.map((found) => [found.id, found] as const)),
  );
  const roots = new Map<string, ElanAnnotation>();
  for (const first of annotations.values()) {
    const path = new Set<string>();
    let at = first;
    while (at.under !== null && !roots.has(at.id)) {
      if (path.has(at.id)) refuseCircle(file, at.line);
      path.add(at.id);
      const above = annotations.get(at.under);
      if (above === undefined) break;
      at = above;
    }
    const root = roots.get(at.id) ?? at;
    for (const id of path) roots.set(id, root);
    roots.set(at.id, root);
  }
  return roots;
}

/** The time slots and tiers of an ELAN file as they stand in it. */
export async function elanDocument(text: string, file: string): Promise<ElanDocument> {
  const listener = new ElanListener(file);
  await readXml(text, listener, rulesFor(kind, file));
  const { slots, tiers } = listener;
  if (tiers.length === 0) throw new Refusal('import.noTiers', { file, kind }, { file });
  return { slots, tiers };
}
