import { type KeyboardEvent, type RefObject, useId } from 'react';

import type { Identifier } from '../../shared/domain/identifier.ts';
import { sayNumber, useWords } from '../words.ts';
import type { IdentifierGroup } from './identifierRows.ts';

export interface IdentifierListProps {
  readonly groups: readonly IdentifierGroup[];
  readonly chosen: string;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onChoose: (words: string) => void;
}

function Row(props: {
  readonly row: Identifier;
  readonly isChosen: boolean;
  readonly id: string;
  readonly onChoose: () => void;
}) {
  const { row, isChosen, id, onChoose } = props;
  const { say, language } = useWords();
  const count = row.places + row.elsewhere;
  const places = say('pseudonyms.places', { count, n: sayNumber(language, count) });
  const certainty = say(`pseudonyms.certainty.${row.certainty}`);
  return (
    // The list has the keys; its options are chosen by the active descendant.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      role="option"
      id={id}
      className="identifier-row"
      aria-selected={isChosen}
      data-words={row.words}
      onClick={onChoose}
    >
      <span className="identifier-words">{row.words}</span>{' '}
      <span className="identifier-facts">
        {places} <span className="identifier-certainty">{certainty}</span>
      </span>
    </div>
  );
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/** What may point somebody out, by kind: one stop for Tab, the arrows choose. */
export function IdentifierList({ groups, chosen, list, onChoose }: IdentifierListProps) {
  const { say } = useWords();
  const id = useId();
  const all = groups.flatMap(({ rows }) => rows.map(({ words }) => words));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const to = Math.min(all.length - 1, Math.max(0, all.indexOf(chosen) + step));
    onChoose(all[to]!);
    const options = event.currentTarget.querySelectorAll('[role=option]');
    options[to]?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div
      role="listbox"
      className="identifier-list focus-inside"
      ref={list}
      tabIndex={0}
      aria-label={say('pseudonyms.list')}
      aria-activedescendant={`${id}-${all.indexOf(chosen)}`}
      data-keys="list"
      onKeyDown={onKeyDown}
    >
      {groups.map(({ kind, rows }) => (
        <div role="group" key={kind} aria-label={say(`pseudonyms.kind.${kind}`)}>
          <div className="identifier-kind" aria-hidden>
            {say(`pseudonyms.kind.${kind}`)}
          </div>
          {rows.map((row) => (
            <Row
              key={row.words}
              row={row}
              id={`${id}-${all.indexOf(row.words)}`}
              isChosen={row.words === chosen}
              onChoose={() => onChoose(row.words)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
