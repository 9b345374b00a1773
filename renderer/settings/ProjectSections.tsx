import { useState } from 'react';

import { levelNamedTwice, type Project } from '../../shared/domain/project.ts';
import { useAct, useApi } from '../api.ts';
import {
  ApproachChoice,
  ContentChoice,
  ownLevels,
  PresetChoice,
} from '../pickers/ProjectChoices.tsx';
import { LevelLadder } from '../pickers/LevelLadder.tsx';
import { levelPresets } from '../../shared/domain/levelPreset.ts';
import { announce } from '../ui/announce.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { sayProblem, useWords } from '../words.ts';
import { LevelNamedTwice } from '../LevelNamedTwice.tsx';
import { LineLengthChoice } from '../LookChoices.tsx';
import { SettingItem } from './SettingItem.tsx';
import { SettingsSection } from './SettingsSection.tsx';

interface PartProps {
  readonly project: Project;
  readonly isReadOnly: boolean;
}

function useQuietly<
  Name extends 'project.describe' | 'project.setLevels' | 'project.setReading',
>(name: Name) {
  const { act, problem } = useAct(name);
  const quietly = (input: Parameters<typeof act>[0]) =>
    void act(input).catch(() => undefined);
  return { act: quietly, problem };
}

function Facts({ project, isReadOnly }: PartProps) {
  const { say } = useWords();
  const { act, problem } = useQuietly('project.describe');
  const section = say('settings.project');
  const words = (
    key: 'name' | 'aim' | 'questions' | 'approach' | 'content' | 'language',
  ) => [say(`newProject.${key}`), section];
  return (
    <SettingsSection id="project" title={section} of="project">
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      <SettingItem words={words('name')}>
        <TextField
          label={say('newProject.name')}
          value={project.title}
          isReadOnly={isReadOnly}
          onCommit={(title) => {
            if (title.trim() !== '') act({ title });
          }}
        />
      </SettingItem>
      <SettingItem words={words('aim')}>
        <TextArea
          label={say('newProject.aim')}
          value={project.aim}
          rows={3}
          isReadOnly={isReadOnly}
          onCommit={(aim) => act({ aim })}
        />
      </SettingItem>
      <SettingItem words={words('questions')}>
        <TextArea
          label={say('newProject.questions')}
          hint={say('newProject.questions.hint')}
          value={project.researchQuestions.join('\n')}
          rows={3}
          isReadOnly={isReadOnly}
          onCommit={(text) =>
            act({
              researchQuestions: text
                .split('\n')
                .map((line) => line.trim())
                .filter(Boolean),
            })
          }
        />
      </SettingItem>
      <SettingItem words={words('approach')}>
        <ApproachChoice
          value={project.approach}
          isDisabled={isReadOnly}
          onChange={(approach) => act({ approach })}
        />
      </SettingItem>
      <SettingItem words={words('content')}>
        <ContentChoice
          value={project.content}
          isDisabled={isReadOnly}
          onChange={(content) => act({ content })}
        />
      </SettingItem>
      <SettingItem words={words('language')}>
        <Select
          label={say('newProject.language')}
          hint={say('newProject.language.hint')}
          value={project.language}
          isDisabled={isReadOnly}
          onChange={(language) => act({ language })}
          choices={[
            { value: 'sv', words: 'Svenska' },
            { value: 'en', words: 'English' },
          ]}
        />
      </SettingItem>
    </SettingsSection>
  );
}

interface LevelsDraft {
  readonly preset: string;
  readonly names: readonly string[];
  readonly hasThemes: boolean;
}

const levelsOf = (project: Project): LevelsDraft => ({
  preset: project.levelPreset,
  names: project.levels.map(({ name }) => name),
  hasThemes: project.hasThemes,
});

const isSame = (one: LevelsDraft, other: LevelsDraft) =>
  JSON.stringify(one) === JSON.stringify(other);

function LevelsForm({ project, isReadOnly }: PartProps) {
  const { say } = useWords();
  const stored = levelsOf(project);
  const [draft, setDraft] = useState(stored);
  const { act, problem } = useAct('project.setLevels');
  const categories = useApi('categories.list', {}).data;
  const countAt = (depth: number) =>
    (categories ?? []).filter((category) => category.depth === depth).length;
  const choosePreset = (id: string) => {
    const preset = levelPresets.find((one) => one.id === id);
    setDraft({
      preset: id,
      names: preset?.levelNames[project.language] ?? draft.names,
      hasThemes: preset?.hasThemes ?? draft.hasThemes,
    });
  };
  const keep = async () => {
    try {
      await act({
        levelPreset: draft.preset,
        levelNames: draft.names.map((name) => name.trim()).filter(Boolean),
        hasThemes: draft.hasThemes,
      });
      announce(say('settings.levels.kept'));
    } catch {
      // Said by the banner.
    }
  };
  if (isReadOnly) {
    const names = [
      ...stored.names,
      ...(stored.hasThemes ? [say('newProject.levels.theme')] : []),
    ];
    return <p>{names.join(' → ')}</p>;
  }
  return (
    <>
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      <PresetChoice
        value={draft.preset}
        language={project.language}
        onChange={choosePreset}
      />
      <LevelLadder
        names={draft.names}
        countAt={countAt}
        onChange={(names) => setDraft({ ...draft, names, preset: ownLevels })}
      />
      <LevelNamedTwice names={draft.names} />
      <Switch
        isOn={draft.hasThemes}
        onChange={(hasThemes) => setDraft({ ...draft, hasThemes })}
        description={say('newProject.themes.sentence')}
      >
        {say('newProject.themes')}
      </Switch>
      {!isSame(draft, stored) && (
        <div className="settings-levels-actions">
          <Button
            kind="primary"
            isDisabled={levelNamedTwice(draft.names) !== undefined}
            onPress={() => void keep()}
          >
            {say('settings.levels.keep')}
          </Button>
          <Button onPress={() => setDraft(stored)}>{say('settings.levels.drop')}</Button>
        </div>
      )}
    </>
  );
}

function Colours({ project, isReadOnly }: PartProps) {
  const { say } = useWords();
  const { act } = useQuietly('project.setReading');
  return (
    <Select
      label={say('settings.colours')}
      hint={say('settings.colours.hint')}
      value={project.colourLevel === null ? 'auto' : String(project.colourLevel)}
      isDisabled={isReadOnly}
      onChange={(chosen) =>
        act({ colourLevel: chosen === 'auto' ? null : Number(chosen) })
      }
      choices={[
        { value: 'auto', words: say('settings.colours.auto') },
        { value: '0', words: say('settings.colours.code') },
        ...project.levels.map(({ depth, name }) => ({
          value: String(depth),
          words: name,
        })),
      ]}
    />
  );
}

/** What belongs to the project: shared with everyone who works in it, and undoable. */
export function ProjectSections({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const { say } = useWords();
  const project = useApi('project.read', {}).data;
  if (!project) return null;
  const section = say('settings.levels');
  const key = JSON.stringify(levelsOf(project));
  return (
    <>
      <Facts project={project} isReadOnly={isReadOnly} />
      <SettingsSection id="levels" title={section} of="project">
        <SettingItem
          words={[section, say('newProject.preset'), say('newProject.themes')]}
        >
          <LevelsForm key={key} project={project} isReadOnly={isReadOnly} />
        </SettingItem>
        <SettingItem words={[say('settings.colours'), section]}>
          <Colours project={project} isReadOnly={isReadOnly} />
        </SettingItem>
        <SettingItem words={[say('settings.lineLength'), section]}>
          <LineLengthChoice />
        </SettingItem>
      </SettingsSection>
    </>
  );
}
