import type { IdentifierPlace } from '../../shared/domain/identifier.ts';
import type { WordKey } from '../../shared/words/words.ts';
import { Button } from '../ui/Button.tsx';
import { sayNumber, useWords } from '../words.ts';

const mostShown = 200;

/** Which place it is, for the set of those that are left out. */
export function placeName(place: IdentifierPlace): string {
  const where =
    'turnId' in place ? place.turnId : `${place.table} ${place.column} ${place.rowId}`;
  return `${where} ${place.start}`;
}

export interface PlaceListProps {
  readonly words: string;
  readonly places: readonly IdentifierPlace[];
  readonly leftOut: ReadonlySet<string>;
  readonly isReadOnly: boolean;
  readonly onLeaveOut: (leftOut: ReadonlySet<string>) => void;
}

const named = new Set([
  'speakers',
  'participants',
  'transcripts',
  'condensations',
  'meaning_units',
  'memos',
  'codes',
  'categories',
  'themes',
  'review_spans',
  'import_reports',
  'set_asides',
  'project',
  'research_questions',
  'levels',
]);

function useSayWhere() {
  const { say } = useWords();
  return (place: IdentifierPlace): string => {
    if ('turnId' in place)
      return say('pseudonyms.place.turn', {
        transcript: place.transcriptName,
        turn: place.turnLabel,
      });
    return named.has(place.table)
      ? say(`pseudonyms.where.${place.table}` as WordKey)
      : say('pseudonyms.place.other');
  };
}

function Place(props: {
  readonly place: IdentifierPlace;
  readonly isTaken: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: () => void;
}) {
  const { place, isTaken, isReadOnly, onChange } = props;
  const { say } = useWords();
  const sayWhere = useSayWhere();
  const { before, text, after } = place;
  return (
    <li className="identifier-place">
      <input
        type="checkbox"
        className="checkbox-box"
        checked={isTaken}
        disabled={isReadOnly}
        aria-label={say('pseudonyms.place.take', { before, text, after })}
        onChange={onChange}
      />
      <span className="identifier-context read-small" aria-hidden>
        {before}
        <mark className="identifier-hit">{text}</mark>
        {after}
      </span>
      <span className="identifier-where">{sayWhere(place)}</span>
    </li>
  );
}

/** Where the words stand, each with some words around it; a place can be left out. */
export function PlaceList(props: PlaceListProps) {
  const { words, places, leftOut, isReadOnly, onLeaveOut } = props;
  const { say, language } = useWords();
  const shown = places.slice(0, mostShown);
  const more = places.length - shown.length;
  const toggle = (name: string) => {
    const next = new Set(leftOut);
    if (!next.delete(name)) next.add(name);
    onLeaveOut(next);
  };
  return (
    <section
      className="identifier-places"
      aria-label={say('pseudonyms.placesOf', { words })}
    >
      {!isReadOnly && places.length > 1 && (
        <div className="identifier-tools">
          <Button kind="link" onPress={() => onLeaveOut(new Set())}>
            {say('pseudonyms.allPlaces')}
          </Button>
          <Button kind="link" onPress={() => onLeaveOut(new Set(places.map(placeName)))}>
            {say('pseudonyms.noPlaces')}
          </Button>
        </div>
      )}
      <ul>
        {shown.map((place) => {
          const name = placeName(place);
          return (
            <Place
              key={name}
              place={place}
              isTaken={!leftOut.has(name)}
              isReadOnly={isReadOnly}
              onChange={() => toggle(name)}
            />
          );
        })}
      </ul>
      {more > 0 && (
        <p className="ink-2">
          {say('pseudonyms.more', { count: more, n: sayNumber(language, more) })}
        </p>
      )}
    </section>
  );
}
