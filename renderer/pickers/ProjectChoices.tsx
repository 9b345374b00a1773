import {
  approaches,
  contents,
  type Approach,
  type Content,
} from '../../shared/domain/project.ts';
import { levelPresets } from '../../shared/domain/levelPreset.ts';
import type { Say, WordKey } from '../../shared/words/words.ts';
import { Select } from '../ui/Select.tsx';
import { useWords } from '../words.ts';

/** What `levelPreset` is called once the person has made the ladder their own. */
export const ownLevels = 'own';

export interface ChoiceProps<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
}

export function ApproachChoice({
  value,
  onChange,
  isDisabled = false,
}: ChoiceProps<Approach>) {
  const { say } = useWords();
  return (
    <Select
      label={say('newProject.approach')}
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      choices={approaches.map((approach) => ({
        value: approach,
        words: say(`newProject.approach.${approach}`),
        description: say(`newProject.approach.${approach}.sentence`),
      }))}
    />
  );
}

export function ContentChoice({
  value,
  onChange,
  isDisabled = false,
}: ChoiceProps<Content>) {
  const { say } = useWords();
  return (
    <Select
      label={say('newProject.content')}
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      choices={contents.map((content) => ({
        value: content,
        words: say(`newProject.content.${content}`),
        description: say(`newProject.content.${content}.sentence`),
      }))}
    />
  );
}

const presetWords: Readonly<Record<string, WordKey>> = {
  categoryMain: 'newProject.preset.categoryMain',
  GL04: 'newProject.preset.GL04',
  FoU: 'newProject.preset.FoU',
  EK08: 'newProject.preset.EK08',
  EB17: 'newProject.preset.EB17',
  LLG20: 'newProject.preset.LLG20',
  subMain: 'newProject.preset.subMain',
};

function sayPreset(say: Say, id: string): string {
  const key = presetWords[id];
  return key ? say(key) : id;
}

export interface PresetChoiceProps extends ChoiceProps<string> {
  /** Language of the level names that are described. */
  readonly language: 'sv' | 'en';
}

export function PresetChoice(props: PresetChoiceProps) {
  const { value, onChange, language, isDisabled = false } = props;
  const { say } = useWords();
  const theme = say('newProject.levels.theme');
  return (
    <Select
      label={say('newProject.preset')}
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      choices={[
        ...levelPresets.map((preset) => ({
          value: preset.id,
          words: sayPreset(say, preset.id),
          description: [
            ...preset.levelNames[language],
            ...(preset.hasThemes ? [theme] : []),
          ].join(' → '),
        })),
        { value: ownLevels, words: say('newProject.preset.own') },
      ]}
    />
  );
}
