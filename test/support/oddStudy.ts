import { codeUnits } from '../../electron/project/codings.ts';
import {
  condenseUnit,
  interpretUnit,
  markUnit,
  retireUnits,
} from '../../electron/project/meaningUnits.ts';
import { linkTheme, themeNamed } from '../../electron/project/themes.ts';
import type { CodeId, MeaningUnitId, TurnId } from '../../shared/domain/ids.ts';
import { aCategory, aCode, aTranscript } from './anAnalysis.ts';
import { newProject, type TestProject } from './newProject.ts';

/** Names that a table could mistake for several, for a list, for a heading or for a formula. */
const oddNames = [
  'oro; natt',
  'stöd / hjälp',
  '- inget svar',
  '=SUMMA(A1)',
  "'citerad'",
  '"jag orkar inte"',
  '"a"; "b"',
  '1. först',
  'o nej',
  '–',
  'Kod',
  'oro, brev (P1)',
];

interface Part {
  readonly turnId: TurnId;
  readonly start: number;
  readonly end: number;
}

function unit(
  project: TestProject,
  spans: readonly Part[],
  facts: { condensed?: string; interpretation?: string; codes?: readonly CodeId[] } = {},
): MeaningUnitId {
  return project.write((writing) => {
    const { id: unitId } = markUnit(writing, { spans: [...spans] });
    const { condensed, interpretation, codes } = facts;
    if (condensed) condenseUnit(writing, { unitId, text: condensed });
    if (interpretation) interpretUnit(writing, { unitId, text: interpretation });
    if (codes) codeUnits(writing, { unitIds: [unitId], codeIds: [...codes], create: [] });
    return unitId;
  });
}

/** A study that is hard to write down in a table: odd names, the same name in two places, units over and in each other. */
export function oddStudy(): TestProject {
  const project = newProject({
    levelNames: ['Underkategori', 'Huvudkategori'],
    hasThemes: true,
  });
  const long =
    'Ja, det var ensamt. Ingen ringde, och jag låg vaken; sedan kom brevet (P1) till slut. =1+1 sade han.';
  const one = aTranscript(project, 'FG1; första', [
    `P1: ${long}`,
    'M: Hur då?',
    'P2: Det var tyst. Mycket tyst.',
    'P1: Alltid, det var så, hela vintern.',
  ]);
  const two = aTranscript(project, 'Intervju / 2', [
    'P3: Ja, det var ensamt. Ingen ringde.',
    'P3: -Nej, aldrig.',
  ]);
  const [first, , silent, again] = one.turns as [TurnId, TurnId, TurnId, TurnId];
  const [third, never] = two.turns as [TurnId, TurnId];
  const main = aCategory(project, 'Hinder; alla', { depth: 2 });
  const other = aCategory(project, 'Stöd / hjälp', { depth: 2 });
  const under = aCategory(project, 'Ensamhet', { depth: 1, under: main });
  const twin = aCategory(project, 'Ensamhet', { depth: 1, under: other });
  const alone = aCategory(project, '"Citerad; kategori"', { depth: 1 });
  const homes = [under, twin, main, alone, other, null] as const;
  const codes = oddNames.map((name, at) => aCode(project, name, homes[at % 6]));
  const at = (turnId: TurnId, start: number, end: number) => ({ turnId, start, end });
  const odd = unit(project, [at(first, 0, 19)], {
    condensed: 'Ensamt;\n- utan besked\n"tyst"',
    interpretation: '=Att vara ensam',
    codes: codes.slice(0, 2),
  });
  unit(project, [at(first, 4, 33)], { codes: codes.slice(2, 6) });
  unit(project, [at(first, 0, 33)], { condensed: '+ ja', codes: codes.slice(6, 9) });
  unit(project, [at(first, 20, 33), at(first, 55, 69)], { codes: codes.slice(9) });
  unit(project, [at(first, 88, 92)], { codes: [codes[0]!, codes[5]!] });
  unit(project, [at(silent, 13, 26)], {});
  unit(project, [at(silent, 0, 26), at(again, 0, 19)], { codes: [codes[1]!] });
  unit(project, [at(third, 0, 19)], { codes: [codes[3]!] });
  unit(project, [at(never, 0, 13)], { condensed: "'citat", codes: [codes[4]!] });
  const gone = unit(project, [at(third, 20, 33)], { codes: [codes[0]!] });
  project.write((writing) => {
    retireUnits(writing, { unitIds: [gone], reason: 'prövad' });
    const theme = themeNamed(writing, 'Att vänta; länge');
    const direct = themeNamed(writing, '-utan svar / ensam');
    linkTheme(writing, {
      themeId: theme,
      unitIds: [],
      codeIds: [codes[7]!],
      categoryIds: [under],
    });
    linkTheme(writing, {
      themeId: direct,
      unitIds: [odd],
      codeIds: [],
      categoryIds: [],
    });
  });
  return project;
}
