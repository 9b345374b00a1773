import type { ImportTier } from '../../shared/domain/importedTranscript.ts';
import type { ImportPreview } from '../../shared/domain/importing.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { useWords } from '../words.ts';
import { previewFile, type DeskFile } from './importDesk.ts';
import { namesOfTiers } from './namesOfTiers.ts';

function Facts({ tier }: { readonly tier: ImportTier }) {
  const { say } = useWords();
  const { speaker, kind, under, places } = tier;
  const facts = [
    speaker,
    kind === null ? null : say('import.tier.kind', { kind }),
    under === null ? null : say('import.tier.under', { tier: under }),
    say('import.tier.places', { count: places }),
  ].filter((fact) => fact !== null);
  return <span className="import-tier-facts">{facts.join(' · ')}</span>;
}

/** Which tiers of the file are speech; the last one cannot be taken away, since nothing would be left to read. */
export function TierChoice({
  file,
  preview,
}: {
  readonly file: DeskFile;
  readonly preview: ImportPreview;
}) {
  const { say } = useWords();
  const { tiers } = preview.parsed;
  if (tiers.length < 2) return null;
  const withWords = (one: ImportTier) => one.isSpeech && one.places > 0;
  const choose = (at: number, isSpeech: boolean) => {
    const chosen = tiers.map((tier, place) =>
      place === at ? { ...tier, isSpeech } : tier,
    );
    void previewFile(file.key, { ...file.choices, speechTiers: namesOfTiers(chosen) });
  };
  return (
    <fieldset className="import-tiers">
      <legend className="import-heading">{say('import.tiers')}</legend>
      {tiers.map((tier, at) => {
        const isLast = withWords(tier) && tiers.filter(withWords).length === 1;
        return (
          <Checkbox
            // Two tiers of a TextGrid may have one name.
            key={`${at} ${tier.name}`}
            isChecked={tier.isSpeech}
            isDisabled={isLast || tier.places === 0}
            onChange={(isSpeech) => choose(at, isSpeech)}
          >
            <span className="import-tier-name">
              {tier.name || say('import.tier.unnamed')}
            </span>{' '}
            <Facts tier={tier} />
          </Checkbox>
        );
      })}
    </fieldset>
  );
}
