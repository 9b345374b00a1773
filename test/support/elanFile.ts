interface Annotation {
  readonly from?: string;
  readonly to?: string;
  readonly under?: string;
  readonly id?: string;
  readonly text: string;
}

/** Time slots by name; null is a slot without a time. */
export type Slots = Readonly<Record<string, number | null>>;

export function tier(
  attributes: Readonly<Record<string, string>>,
  ...annotations: readonly Annotation[]
): string {
  const all = { LINGUISTIC_TYPE_REF: 'tal', ...attributes };
  const written = Object.entries(all).map(([name, value]) => ` ${name}="${value}"`);
  const inside = annotations.map(({ from, to, under, id, text }, at) => {
    const name = `ANNOTATION_ID="${id ?? `${attributes['TIER_ID'] ?? ''}-${at}`}"`;
    const element =
      under === undefined
        ? `ALIGNABLE_ANNOTATION ${name} TIME_SLOT_REF1="${from}" TIME_SLOT_REF2="${to}"`
        : `REF_ANNOTATION ${name} ANNOTATION_REF="${under}"`;
    const end = element.slice(0, element.indexOf(' '));
    return `<ANNOTATION><${element}>\n<ANNOTATION_VALUE>${text}</ANNOTATION_VALUE></${end}></ANNOTATION>`;
  });
  return `<TIER${written.join('')}>\n${inside.join('\n')}\n</TIER>\n`;
}

export function elanFile(slots: Slots, ...tiers: readonly string[]): string {
  const order = Object.entries(slots).map(([id, ms]) => {
    const value = ms === null ? '' : ` TIME_VALUE="${ms}"`;
    return `<TIME_SLOT TIME_SLOT_ID="${id}"${value}/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<ANNOTATION_DOCUMENT AUTHOR="" FORMAT="3.0" VERSION="3.0">',
    '<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/>',
    `<TIME_ORDER>${order.join('')}</TIME_ORDER>`,
    `${tiers.join('')}<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="tal" TIME_ALIGNABLE="true"/>`,
    '</ANNOTATION_DOCUMENT>\n',
  ].join('\n');
}
