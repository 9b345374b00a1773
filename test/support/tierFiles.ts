import { elanFile, tier } from './elanFile.ts';

/** A small file of each format that has a tier or a line for every speaker, with most of what the format can hold. */
export const tierFiles: Readonly<Record<string, string>> = {
  'a.eaf': elanFile(
    { a: 0, b: null, c: 2000 },
    tier({ TIER_ID: 'P1' }, { from: 'a', to: 'b', text: 'Hej &amp; hå.', id: 'x' }),
    tier({ TIER_ID: 'P2' }, { from: 'b', to: 'c', text: 'Ja.' }),
    tier({ TIER_ID: 'not', PARENT_REF: 'P1' }, { under: 'x', text: 'ironi' }),
  ),
  'a.trs': `<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE Trans SYSTEM "trans-14.dtd">
<Trans><Speakers><Speaker id="s1" name="Anna"/><Speaker id="s2" name="Bo"/></Speakers>
<Episode><Section><Turn speaker="s1 s2" startTime="0" endTime="2.5">
<Sync time="0"/><Who nb="1"/>Hej. <Event desc="skratt" type="noise"/><Who nb="2"/>Ja.
</Turn></Section></Episode></Trans>`,
  'a.TextGrid': `File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 2
tiers? <exists>
size = 2
item []:
    item [1]:
        class = "IntervalTier"
        name = "Anna"
        xmin = 0
        xmax = 2
        intervals: size = 1
        intervals [1]:
            xmin = 0
            xmax = 2
            text = "Hon sa ""hej"" då."
    item [2]:
        class = "TextTier"
        name = "Bo"
        xmin = 0
        xmax = 2
        points: size = 1
        points [1]:
            number = 1
            mark = "Ja"
`,
  'a.cha': `@UTF8
@Begin
@Participants:\tAN Anna_Ek Adult, BO Adult
*AN:\t<jag vill> [//] jag &-öh måste@s:swe (.) &=skratt +... \u00150_1200\u0015
%com:\thon ler
*BO:\tja (för)stås [= klart]
\tdet 0är +/. 1200_2000
@End
`,
};
