import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, Minus } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

import type { FoundPlace } from '../../../shared/domain/review.ts';
import { Icon } from '../../ui/Icon.tsx';
import { sayNumber, useWords } from '../../words.ts';
import { indexFrom } from '../../ui/listKeys.ts';
import { placeKey, placeRows, type PlaceRow } from './placeRows.ts';

export interface PlaceListProps {
  readonly places: readonly FoundPlace[];
  /** Keys of those that are not ticked. */
  readonly without: ReadonlySet<string>;
  readonly by: string;
  readonly onTick: (places: readonly FoundPlace[], isTicked: boolean) => void;
}

type Ticked = boolean | 'mixed';

function tickedOf(row: PlaceRow, { places, without }: PlaceListProps): Ticked {
  if (row.kind === 'place') return !without.has(row.key);
  if (without.size === 0) return true;
  let ticked = 0;
  for (let at = row.from; at < row.to; at += 1)
    if (!without.has(placeKey(places[at]!))) ticked += 1;
  if (ticked === 0) return false;
  return ticked === row.to - row.from ? true : 'mixed';
}

const placesOf = (row: PlaceRow, places: readonly FoundPlace[]) =>
  row.kind === 'place' ? [row.place] : places.slice(row.from, row.to);

function Tick({ ticked }: { readonly ticked: Ticked }) {
  return (
    <span className="replace-tick" data-ticked={ticked === false ? undefined : ''}>
      {ticked === true && <Icon of={Check} size={13} />}
      {ticked === 'mixed' && <Icon of={Minus} size={13} />}
    </span>
  );
}

function Line({ place, by }: { readonly place: FoundPlace; readonly by: string }) {
  const { say } = useWords();
  return (
    <>
      <span className="replace-turn">{place.turnLabel}</span>
      <span className="replace-line">
        {place.before.trimStart()}
        <del>{place.text}</del>
        {by !== '' && <ins>{by}</ins>}
        {place.after}
      </span>
      {place.units.length > 0 && (
        <span className="replace-units">
          {say('replacing.place.units', { units: place.units.join(', ') })}
        </span>
      )}
    </>
  );
}

function Heading({ row }: { readonly row: Extract<PlaceRow, { kind: 'transcript' }> }) {
  const { say, language } = useWords();
  const count = row.to - row.from;
  const n = sayNumber(language, count);
  return say('replacing.transcript', { name: row.name, count, n });
}

interface RowProps {
  readonly row: PlaceRow;
  readonly ticked: Ticked;
  readonly isActive: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

const rowId = (key: string) => `place-${key.replaceAll(' ', '-')}`;

function Row({ row, ticked, isActive, onPress, children }: RowProps) {
  const isPlace = row.kind === 'place';
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree has the keys
    <div
      role="treeitem"
      id={rowId(row.key)}
      className={`replace-row replace-row-${row.kind}`}
      aria-level={isPlace ? 2 : 1}
      {...(isPlace ? { 'aria-posinset': row.index + 1, 'aria-setsize': row.count } : {})}
      aria-checked={ticked}
      aria-selected={isActive}
      tabIndex={-1}
      onClick={onPress}
    >
      <Tick ticked={ticked} />
      {children}
    </div>
  );
}

/** Every place with its line and a tick, under its transcript; only those in sight are drawn. */
export function PlaceList(props: PlaceListProps) {
  const { places, by, onTick } = props;
  const { say } = useWords();
  const rows = useMemo(() => placeRows(places), [places]);
  const scroller = useRef<HTMLDivElement>(null);
  const [asked, setActive] = useState(0);
  const active = Math.min(asked, rows.length - 1);
  // oxlint-disable-next-line react/incompatible-library -- it draws again by itself when it scrolls
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 32,
    getItemKey: (at) => rows[at]!.key,
    overscan: 8,
  });
  useEffect(() => virtual.scrollToIndex(active), [virtual, active]);
  const toggle = (at: number) => {
    const row = rows[at]!;
    setActive(at);
    onTick(placesOf(row, places), tickedOf(row, props) !== true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = indexFrom(event.key, active, rows.length - 1);
    if (to !== null) setActive(to);
    else if (event.key === ' ' || event.key === 'Enter') toggle(active);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      className="replace-list"
      role="tree"
      aria-label={say('replacing.list')}
      aria-multiselectable
      aria-activedescendant={rowId(rows[active]!.key)}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div
        role="presentation"
        className="replace-rows"
        style={{ blockSize: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!;
          return (
            <div
              key={row.key}
              role="presentation"
              ref={virtual.measureElement}
              data-index={index}
              className="replace-place"
              style={{ transform: `translateY(${start}px)` }}
            >
              <Row
                row={row}
                ticked={tickedOf(row, props)}
                isActive={index === active}
                onPress={() => toggle(index)}
              >
                {row.kind === 'place' ? (
                  <Line place={row.place} by={by} />
                ) : (
                  <Heading row={row} />
                )}
              </Row>
            </div>
          );
        })}
      </div>
    </div>
  );
}
