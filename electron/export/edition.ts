import type { Attribute } from '../../shared/domain/attribute.ts';
import type { Level } from '../../shared/domain/project.ts';
import type { Language, Say } from '../../shared/words/words.ts';

/** What all files of one export have in common: whose results they are and in which language they speak. */
export interface Edition {
  readonly title: string;
  /** Low to high. */
  readonly levels: readonly Level[];
  readonly hasThemes: boolean;
  /** Those that are not hidden in what is taken home. */
  readonly attributes?: readonly Attribute[];
  readonly language: Language;
  readonly say: Say;
  /** How many transcripts the project has; a speaker is told by transcript as well when there are several. */
  readonly transcripts: number;
}

/** Language tags as Word and Excel know them. */
export const languageTags: Readonly<Record<Language, string>> = {
  sv: 'sv-SE',
  en: 'en-GB',
};

/** Who says it, as it stands after a quotation: `P1`, or `FG2, P1` when there are several transcripts. */
export function speakerTag(
  edition: Edition,
  said: { readonly transcript: string; readonly speaker: string },
): string {
  const parts =
    edition.transcripts > 1 ? [said.transcript, said.speaker] : [said.speaker];
  return parts.filter(Boolean).join(', ');
}
