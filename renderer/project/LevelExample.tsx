import type { Say } from '../../shared/words/words.ts';
import { useWords } from '../words.ts';

export interface LevelExampleProps {
  /** Low to high. */
  readonly levelNames: readonly string[];
  readonly hasThemes: boolean;
}

const wordsAt = [
  'newProject.example.level1',
  'newProject.example.level2',
  'newProject.example.level3',
  'newProject.example.level4',
  'newProject.example.level5',
  'newProject.example.level6',
] as const;

/** The example's node at a level: the highest of a ladder is always the broadest. */
function nodeAt(say: Say, index: number, count: number): string {
  const key = index === count - 1 && count > 1 ? wordsAt[5] : wordsAt[index];
  return say(key ?? wordsAt[5]);
}

/** One passage from the practice conversation on its way up the ladder, with the names as they stand. */
export function LevelExample({ levelNames, hasThemes }: LevelExampleProps) {
  const { say } = useWords();
  const rows = [
    { name: say('newProject.example.unit'), words: say('newProject.example.unit.words') },
    {
      name: say('newProject.example.condensed'),
      words: say('newProject.example.condensed.words'),
    },
    { name: say('newProject.example.code'), words: say('newProject.example.code.words') },
    ...levelNames.map((name, index) => ({
      name: name.trim() || '–',
      words: nodeAt(say, index, levelNames.length),
    })),
    ...(hasThemes
      ? [
          {
            name: say('newProject.levels.theme'),
            words: say('newProject.example.theme.words'),
          },
        ]
      : []),
  ];
  return (
    <aside className="level-example" aria-label={say('newProject.example')}>
      <h2 className="type-l">{say('newProject.example')}</h2>
      <p className="ink-2">{say('newProject.example.sentence')}</p>
      <dl className="level-example-rows">
        {rows.map(({ name, words }, index) => (
          <div className="level-example-row" key={index}>
            <dt>{name}</dt>
            <dd className={index === 0 ? 'level-example-unit read-small' : ''}>
              {words}
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
