import type { ProjectLanguage } from './project.ts';

/** Names of the levels of the category tree, low to high, as a school of the method uses them (method.md 1.2). */
export interface LevelPreset {
  readonly id: string;
  readonly levelNames: Readonly<Record<ProjectLanguage, readonly string[]>>;
  readonly hasThemes: boolean;
}

const sub = { sv: 'Underkategori', en: 'Sub-category' };
const category = { sv: 'Kategori', en: 'Category' };
const generic = { sv: 'Generisk kategori', en: 'Generic category' };
const main = { sv: 'Huvudkategori', en: 'Main category' };

function preset(
  id: string,
  hasThemes: boolean,
  levels: readonly { readonly sv: string; readonly en: string }[],
): LevelPreset {
  return {
    id,
    hasThemes,
    levelNames: {
      sv: levels.map((level) => level.sv),
      en: levels.map((level) => level.en),
    },
  };
}

/** The first is the default (rulings 14). */
export const levelPresets: readonly LevelPreset[] = [
  preset('categoryMain', true, [category, main]),
  preset('GL04', true, [sub, category]),
  preset('FoU', false, [sub, main]),
  preset('EK08', true, [sub, generic, main]),
  preset('EB17', true, [category]),
  preset('LLG20', true, [sub, category]),
  preset('subMain', true, [sub, main]),
];
