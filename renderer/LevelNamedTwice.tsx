import { levelNamedTwice } from '../shared/domain/project.ts';
import { useWords } from './words.ts';
import './LevelNamedTwice.css';

/** Under the levels, while two of them have the same name. */
export function LevelNamedTwice({ names }: { readonly names: readonly string[] }) {
  const { say } = useWords();
  const name = levelNamedTwice(names);
  if (name === undefined) return null;
  return (
    <p className="level-named-twice" role="alert">
      {say('problem.levels.nameTwice', { name: name.trim() })}
    </p>
  );
}
