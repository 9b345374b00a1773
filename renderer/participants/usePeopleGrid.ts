import { type RefObject, useMemo, useRef, useState } from 'react';

import type { ParticipantId } from '../../shared/domain/ids.ts';
import { blockOf, type CellBlock, type CellPlace, kept } from '../ui/grid/gridPlace.ts';
import { idOf, isEditable, type PeopleColumn, type Person } from './peopleColumns.ts';

interface Standing {
  readonly row: number;
  readonly columnId: string | null;
  /** The participant of the active row, whom it follows when rows come and go. */
  readonly participantId: ParticipantId | null;
  readonly anchor: { readonly row: number; readonly columnId: string } | null;
  readonly editing: { readonly isReplacing: boolean } | null;
  /** Counts up when the active cell is to have the focus. */
  readonly focus: number;
}

export interface PeopleGrid {
  readonly people: readonly Person[];
  readonly columns: readonly PeopleColumn[];
  readonly isReadOnly: boolean;
  readonly active: CellPlace;
  readonly block: CellBlock;
  readonly person: Person | undefined;
  readonly editing: Standing['editing'];
  readonly focus: number;
  /** Rows that are in sight at once. */
  readonly page: RefObject<number>;
  readonly goTo: (place: CellPlace, isExtending?: boolean) => void;
  readonly choose: (from: CellPlace, to: CellPlace) => void;
  readonly edit: (isReplacing?: boolean) => boolean;
  readonly closeEditor: (
    then: { readonly row: number; readonly column: number } | null,
  ) => void;
}

const beginning: Standing = {
  row: 0,
  columnId: null,
  participantId: null,
  anchor: null,
  editing: null,
  focus: 0,
};

type Rows = Pick<PeopleGrid, 'people' | 'columns'>;

const sizeOf = ({ people, columns }: Rows) => ({
  rows: people.length,
  columns: columns.length,
  page: 1,
});

/** The active cell and the other corner of the block, in the rows and columns that there are now. */
function placesOf(rows: Rows, standing: Standing) {
  const { people, columns } = rows;
  const size = sizeOf(rows);
  const columnOf = (id: string | null) =>
    Math.max(
      0,
      columns.findIndex((column) => idOf(column) === id),
    );
  const followed = people.findIndex(({ id }) => id === standing.participantId);
  const row = followed >= 0 && standing.row >= 0 ? followed : standing.row;
  const active = kept({ row, column: columnOf(standing.columnId) }, size);
  const { anchor } = standing;
  const other = anchor
    ? kept({ row: anchor.row, column: columnOf(anchor.columnId) }, size)
    : active;
  return { active, other };
}

function cornerOf({ columns }: Rows, place: CellPlace) {
  const column = columns[place.column];
  return { row: Math.max(0, place.row), columnId: column ? idOf(column) : '' };
}

/** Standing there; the focus follows. */
function stoodAt(rows: Rows, to: CellPlace, anchor: CellPlace | null) {
  const at = kept(to, sizeOf(rows));
  return ({ focus }: Standing): Standing => ({
    ...cornerOf(rows, at),
    row: at.row,
    participantId: rows.people[at.row]?.id ?? null,
    anchor: anchor && cornerOf(rows, anchor),
    editing: null,
    focus: focus + 1,
  });
}

/** Active cell, chosen block and what is edited; row -1 is the row of heads. */
export function usePeopleGrid(
  people: readonly Person[],
  columns: readonly PeopleColumn[],
  isReadOnly: boolean,
): PeopleGrid {
  const [standing, setStanding] = useState(beginning);
  const page = useRef(10);
  return useMemo(() => {
    const rows = { people, columns };
    const { active, other } = placesOf(rows, standing);
    const stand = (to: CellPlace, anchor: CellPlace | null) =>
      setStanding(stoodAt(rows, to, anchor));
    const column = columns[active.column];
    const person = people[active.row];
    const canEdit = !isReadOnly && column !== undefined && isEditable(column);
    return {
      ...rows,
      isReadOnly,
      active,
      block: blockOf(other, active),
      person,
      editing: standing.editing,
      focus: standing.focus,
      page,
      goTo: (place, isExtending = false) => stand(place, isExtending ? other : null),
      choose: (from, to) => stand(to, from),
      edit: (isReplacing = false) => {
        if (!canEdit || !person) return false;
        setStanding((before) => ({
          ...stoodAt(rows, active, null)(before),
          focus: before.focus,
          editing: { isReplacing },
        }));
        return true;
      },
      closeEditor: (then) => {
        if (then)
          stand(
            { row: active.row + then.row, column: active.column + then.column },
            null,
          );
        else setStanding((before) => ({ ...before, editing: null }));
      },
    };
  }, [people, columns, isReadOnly, standing]);
}
