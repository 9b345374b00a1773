import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';

import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useWords } from '../words.ts';
import './LevelLadder.css';

const mostLevels = 6;

export interface LevelLadderProps {
  /** Low to high. */
  readonly names: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
  /** How many categories a level has: such a level cannot be taken away. */
  readonly countAt?: (depth: number) => number;
}

const swapped = (names: readonly string[], from: number, to: number) =>
  names.map((name, index) => {
    if (index === from) return names[to] ?? name;
    return index === to ? (names[from] ?? name) : name;
  });

interface RungProps extends LevelLadderProps {
  readonly index: number;
  readonly focusAt: (index: number) => void;
}

function Rung({ names, index, onChange, focusAt, countAt }: RungProps) {
  const { say } = useWords();
  const name = names[index] ?? '';
  const of = { level: index + 1, count: names.length, name };
  const used = countAt?.(index + 1) ?? 0;
  const move = (to: number) => {
    if (to < 0 || to >= names.length) return;
    onChange(swapped(names, index, to));
    announce(say('newProject.levels.moved', { ...of, level: to + 1 }));
    focusAt(to);
  };
  const remove = () => {
    onChange(names.filter((_, other) => other !== index));
    announce(say('newProject.levels.removed', of));
    focusAt(Math.max(0, index - 1));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || !/^Arrow(?:Up|Down)$/.test(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    move(event.key === 'ArrowUp' ? index + 1 : index - 1);
  };
  return (
    <li className="ladder-rung">
      <input
        className="control"
        data-level={index}
        aria-label={say('newProject.levels.name', of)}
        autoComplete="off"
        maxLength={60}
        value={name}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          onChange(names.map((other, at) => (at === index ? typed : other)));
        }}
        onKeyDown={onKeyDown}
      />
      <IconButton
        icon={ArrowUp}
        label={say('newProject.levels.up', of)}
        isDisabled={index === names.length - 1}
        onPress={() => move(index + 1)}
      />
      <IconButton
        icon={ArrowDown}
        label={say('newProject.levels.down', of)}
        isDisabled={index === 0}
        onPress={() => move(index - 1)}
      />
      <IconButton
        icon={X}
        label={
          used > 0
            ? say('newProject.levels.used', { ...of, count: used })
            : say('newProject.levels.remove', of)
        }
        isDisabled={names.length === 1 || used > 0}
        onPress={remove}
      />
    </li>
  );
}

/** The levels of the category tree as a ladder, highest on top: rename, add, remove, order. */
export function LevelLadder(props: LevelLadderProps) {
  const { names, onChange } = props;
  const { say } = useWords();
  const list = useRef<HTMLOListElement>(null);
  const focusAt = (index: number) =>
    setTimeout(() => {
      list.current?.querySelector<HTMLElement>(`[data-level="${index}"]`)?.focus();
    });
  const add = () => {
    onChange([...names, say('newProject.levels.new')]);
    focusAt(names.length);
  };
  return (
    <div className="ladder">
      <Button
        kind="quiet"
        icon={Plus}
        isDisabled={names.length >= mostLevels}
        onPress={add}
      >
        {say('newProject.levels.add')}
      </Button>
      <ol className="ladder-rungs" ref={list} aria-label={say('newProject.levels')}>
        {names
          .map((_, index) => (
            <Rung key={index} {...props} index={index} focusAt={focusAt} />
          ))
          .toReversed()}
      </ol>
      <p className="ladder-code ink-2">{say('newProject.levels.code')}</p>
    </div>
  );
}
