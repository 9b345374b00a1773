import {
  DensityChoice,
  LineHeightChoice,
  LineLengthChoice,
  ReadingFontChoice,
  ReadingSizeChoice,
  TextSizeChoice,
  ThemeChoice,
} from '../LookChoices.tsx';
import { PopoverButton } from '../ui/PopoverButton.tsx';
import { useWords } from '../words.ts';

/** "Aa": everything about how text looks, acting at once and kept on this computer. */
export function TextPanel() {
  const { say } = useWords();
  return (
    <PopoverButton
      label={say('shell.text')}
      face={
        <span className="text-panel-face" aria-hidden="true">
          Aa
        </span>
      }
    >
      <div className="look-choices">
        <TextSizeChoice />
        <ReadingSizeChoice />
        <ReadingFontChoice />
        <LineHeightChoice />
        <LineLengthChoice />
        <DensityChoice />
        <ThemeChoice />
      </div>
    </PopoverButton>
  );
}
