import { changeSettings, useSettings } from '../computerSettings.ts';
import { Select } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useWords } from '../words.ts';
import { KeysSetting } from './KeysSetting.tsx';
import {
  DensityChoice,
  LineHeightChoice,
  ReadingFontChoice,
  ReadingSizeChoice,
  TextSizeChoice,
  ThemeChoice,
} from '../LookChoices.tsx';
import { SettingItem } from './SettingItem.tsx';
import { SettingsSection } from './SettingsSection.tsx';

function LanguageChoice() {
  const { say } = useWords();
  const { language } = useSettings();
  return (
    <Select
      label={say('settings.language')}
      value={language}
      onChange={(chosen) => void changeSettings({ language: chosen })}
      choices={[
        { value: 'system', words: say('settings.language.system') },
        { value: 'sv', words: 'Svenska' },
        { value: 'en', words: 'English' },
      ]}
    />
  );
}

function AfterMarkingChoice() {
  const { say } = useWords();
  const { afterMarking } = useSettings();
  return (
    <Select
      label={say('settings.afterMarking')}
      value={afterMarking}
      onChange={(chosen) => void changeSettings({ afterMarking: chosen })}
      choices={[
        { value: 'stay', words: say('settings.afterMarking.stay') },
        { value: 'condense', words: say('settings.afterMarking.condense') },
        { value: 'code', words: say('settings.afterMarking.code') },
      ]}
    />
  );
}

function Look() {
  const { say } = useWords();
  return (
    <SettingsSection
      id="look"
      title={say('settings.look')}
      of="computer"
      resets={['theme', 'density']}
    >
      <SettingItem
        words={[say('settings.theme'), say('settings.theme.dark'), say('settings.look')]}
      >
        <ThemeChoice />
      </SettingItem>
      <SettingItem words={[say('settings.density'), say('settings.look')]}>
        <DensityChoice />
      </SettingItem>
    </SettingsSection>
  );
}

function Reading() {
  const { say } = useWords();
  const { showLineNumbers } = useSettings();
  const section = say('settings.text');
  return (
    <SettingsSection
      id="text"
      title={section}
      of="computer"
      resets={['textSize', 'readingSize', 'readingFont', 'lineHeight', 'showLineNumbers']}
    >
      <SettingItem words={[say('settings.textSize'), section]}>
        <TextSizeChoice />
      </SettingItem>
      <SettingItem words={[say('settings.readingSize'), section]}>
        <ReadingSizeChoice />
      </SettingItem>
      <SettingItem words={[say('settings.readingFont'), section]}>
        <ReadingFontChoice />
      </SettingItem>
      <SettingItem words={[say('settings.lineHeight'), section]}>
        <LineHeightChoice />
      </SettingItem>
      <SettingItem words={[say('settings.lineNumbers'), section]}>
        <Switch
          isOn={showLineNumbers}
          onChange={(isOn) => void changeSettings({ showLineNumbers: isOn })}
          description={say('settings.lineNumbers.sentence')}
        >
          {say('settings.lineNumbers')}
        </Switch>
      </SettingItem>
      <SettingItem words={[section]}>
        <p className="read settings-sample">{say('newProject.example.unit.words')}</p>
      </SettingItem>
    </SettingsSection>
  );
}

function Keyboard() {
  const { say } = useWords();
  const { singleKeys } = useSettings();
  const section = say('settings.keyboard');
  return (
    <SettingsSection
      id="keyboard"
      title={section}
      of="computer"
      resets={['keys', 'singleKeys', 'afterMarking']}
    >
      <SettingItem words={[say('settings.singleKeys'), section]}>
        <Switch
          isOn={singleKeys}
          onChange={(isOn) => void changeSettings({ singleKeys: isOn })}
          description={say('settings.singleKeys.sentence')}
        >
          {say('settings.singleKeys')}
        </Switch>
      </SettingItem>
      <SettingItem words={[say('settings.afterMarking'), section]}>
        <AfterMarkingChoice />
      </SettingItem>
      <KeysSetting />
    </SettingsSection>
  );
}

function Assistive() {
  const { say } = useWords();
  const { drawWholeTranscript } = useSettings();
  const section = say('settings.assistive');
  return (
    <SettingsSection
      id="assistive"
      title={section}
      of="computer"
      resets={['drawWholeTranscript']}
    >
      <SettingItem words={[say('settings.drawWhole'), section]}>
        <Switch
          isOn={drawWholeTranscript}
          onChange={(isOn) => void changeSettings({ drawWholeTranscript: isOn })}
          description={say('settings.drawWhole.sentence')}
        >
          {say('settings.drawWhole')}
        </Switch>
      </SettingItem>
    </SettingsSection>
  );
}

/** What belongs to this computer and acts at once. */
export function ComputerSections() {
  const { say } = useWords();
  return (
    <>
      <Look />
      <SettingsSection
        id="language"
        title={say('settings.words')}
        of="computer"
        resets={['language']}
      >
        <SettingItem words={[say('settings.language'), say('settings.words')]}>
          <LanguageChoice />
        </SettingItem>
      </SettingsSection>
      <Reading />
      <Keyboard />
      <Assistive />
    </>
  );
}
