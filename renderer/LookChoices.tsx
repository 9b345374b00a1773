import { useApi, useAct } from './api.ts';
import { changeSettings, useSettings } from './computerSettings.ts';
import { Field } from './ui/Field.tsx';
import { Segmented } from './ui/Segmented.tsx';
import { Select } from './ui/Select.tsx';
import { Stepper } from './ui/Stepper.tsx';
import { useWords } from './words.ts';
import './LookChoices.css';

const lineHeights = [1.45, 1.6, 1.8] as const;

export function ThemeChoice() {
  const { say } = useWords();
  const { theme } = useSettings();
  return (
    <Field label={say('settings.theme')} hasLabelElement={false}>
      {() => (
        <Segmented
          label={say('settings.theme')}
          value={theme}
          onChange={(chosen) => void changeSettings({ theme: chosen })}
          choices={[
            { value: 'system', words: say('settings.theme.system') },
            { value: 'light', words: say('settings.theme.light') },
            { value: 'dark', words: say('settings.theme.dark') },
          ]}
        />
      )}
    </Field>
  );
}

export function DensityChoice() {
  const { say } = useWords();
  const { density } = useSettings();
  return (
    <Field label={say('settings.density')} hasLabelElement={false}>
      {() => (
        <Segmented
          label={say('settings.density')}
          value={density}
          onChange={(chosen) => void changeSettings({ density: chosen })}
          choices={[
            { value: 'compact', words: say('settings.density.compact') },
            { value: 'standard', words: say('settings.density.standard') },
            { value: 'large', words: say('settings.density.large') },
          ]}
        />
      )}
    </Field>
  );
}

export function TextSizeChoice() {
  const { say } = useWords();
  const { textSize } = useSettings();
  return (
    <Stepper
      label={say('settings.textSize')}
      value={textSize}
      min={90}
      max={200}
      step={10}
      words={(value) => say('settings.percent', { value })}
      lessLabel={say('settings.textSize.less')}
      moreLabel={say('settings.textSize.more')}
      onChange={(value) => void changeSettings({ textSize: value })}
    />
  );
}

export function ReadingSizeChoice() {
  const { say, language } = useWords();
  const { readingSize } = useSettings();
  return (
    <Stepper
      label={say('settings.readingSize')}
      value={readingSize}
      min={14}
      max={32}
      step={0.5}
      words={(value) =>
        say('settings.pixels', {
          value: value.toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB'),
        })
      }
      lessLabel={say('settings.readingSize.less')}
      moreLabel={say('settings.readingSize.more')}
      onChange={(value) => void changeSettings({ readingSize: value })}
    />
  );
}

export function ReadingFontChoice() {
  const { say } = useWords();
  const { readingFont } = useSettings();
  return (
    <Select
      label={say('settings.readingFont')}
      value={readingFont}
      onChange={(chosen) => void changeSettings({ readingFont: chosen })}
      choices={[
        {
          value: 'literata',
          words: 'Literata',
          description: say('settings.readingFont.literata'),
        },
        {
          value: 'atkinson',
          words: 'Atkinson Hyperlegible Next',
          description: say('settings.readingFont.atkinson'),
        },
        {
          value: 'sourceSans',
          words: 'Source Sans 3',
          description: say('settings.readingFont.sourceSans'),
        },
      ]}
    />
  );
}

export function LineHeightChoice() {
  const { say, language } = useWords();
  const { lineHeight } = useSettings();
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
  return (
    <Field label={say('settings.lineHeight')} hasLabelElement={false}>
      {() => (
        <Segmented
          label={say('settings.lineHeight')}
          value={String(lineHeight)}
          onChange={(chosen) => {
            const height = lineHeights.find((one) => String(one) === chosen);
            if (height !== undefined) void changeSettings({ lineHeight: height });
          }}
          choices={lineHeights.map((height) => ({
            value: String(height),
            words: height.toLocaleString(locale),
          }))}
        />
      )}
    </Field>
  );
}

/** The project's own, so that "rad 27" is the same on every computer; absent without a project. */
export function LineLengthChoice() {
  const { say } = useWords();
  const state = useApi('project.state', {}).data;
  const project = useApi('project.read', state ? {} : null).data;
  const { act } = useAct('project.setReading');
  if (!project || state?.isReadOnly !== false) return null;
  return (
    <Stepper
      label={say('settings.lineLength')}
      value={project.lineLength}
      min={50}
      max={90}
      step={2}
      words={(value) => say('settings.characters', { count: value })}
      lessLabel={say('settings.lineLength.less')}
      moreLabel={say('settings.lineLength.more')}
      onChange={(value) => void act({ lineLength: value }).catch(() => undefined)}
    />
  );
}
