import { useEffect, useMemo, useState } from 'react';

import { attributeTypes, type AttributeType } from '../../shared/domain/attribute.ts';
import type { SheetPreview, TablePreview } from '../../shared/domain/survey.ts';
import type { Problem } from '../../shared/errors.ts';
import { call, problemIn } from '../api.ts';
import { stageFile } from '../stageFile.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Select } from '../ui/Select.tsx';
import { sayProblem, useWords } from '../words.ts';
import { AllowUnknown, FillSummary } from './FillSummary.tsx';
import { sameName } from './fillHeadings.ts';
import { type Fill, planByPseudonym } from './fillPlan.ts';
import type { usePeople } from './usePeople.ts';

interface Props {
  readonly source: File | string;
  readonly people: Pick<ReturnType<typeof usePeople>, 'people' | 'attributes'>;
  readonly onAnswer: (fill: Fill | null) => void;
}

/** The table in the file, or what stood in the way; it is put away again with the dialog. */
function useTable(source: File | string) {
  const [table, setTable] = useState<TablePreview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let fileId: string | null = null;
    let isGone = false;
    const read = async () => {
      const staged = await stageFile(source);
      if (!('fileId' in staged)) return setProblem(staged);
      ({ fileId } = staged);
      const preview = await call('tables.preview', { fileId, withRows: true });
      return isGone ? undefined : setTable(preview);
    };
    void read()
      .catch((error: unknown) => setProblem(problemIn(error)))
      .finally(() => {
        if (fileId !== null) void call('imports.discard', { fileIds: [fileId] });
      });
    return () => {
      isGone = true;
    };
  }, [source]);
  return { table, problem };
}

interface SheetProps extends Omit<Props, 'source'> {
  readonly sheet: SheetPreview;
  readonly setFill: (fill: Fill | null) => void;
}

/** Which column is the pseudonym: what was proposed, else the one where most rows are somebody's. */
function keyOf(sheet: SheetPreview, people: Props['people']['people']): number {
  const names = new Set(people.map(({ pseudonym }) => pseudonym.toLocaleLowerCase()));
  const hits = (index: number) =>
    sheet.rows.filter((row) => names.has((row[index] ?? '').trim().toLocaleLowerCase()))
      .length;
  const best = sheet.columns
    .map(({ index }) => ({ index, hits: hits(index) }))
    .toSorted((one, other) => other.hits - one.hits)[0];
  if (best && best.hits > 0) return best.index;
  return sheet.columns.find(({ use }) => use === 'id')?.index ?? 0;
}

function useChoices({ sheet, people: { people, attributes } }: SheetProps) {
  const { say } = useWords();
  const [key, setKey] = useState(() => keyOf(sheet, people));
  const [left, setLeft] = useState<ReadonlySet<number>>(
    () =>
      new Set(
        sheet.columns.flatMap(({ use, index }) => (use === 'ignore' ? [index] : [])),
      ),
  );
  const [types, setTypes] = useState<Readonly<Record<number, AttributeType>>>({});
  const [addsPeople, setAddsPeople] = useState(people.length === 0);
  const columns = useMemo(
    () =>
      sheet.columns
        .filter(({ index }) => index !== key && !left.has(index))
        .map(({ index, heading, type }) => ({
          index,
          name: heading,
          type: types[index] ?? type,
        })),
    [sheet, key, left, types],
  );
  const plan = useMemo(
    () =>
      planByPseudonym(
        { people, attributes, pseudonym: say('people.column.pseudonym') },
        sheet.rows,
        { key, columns, addsPeople },
      ),
    [people, attributes, sheet, key, columns, addsPeople, say],
  );
  return {
    key,
    setKey,
    left,
    setLeft,
    types,
    setTypes,
    addsPeople,
    setAddsPeople,
    columns,
    plan,
  };
}

function Columns(
  props: SheetProps & { readonly choices: ReturnType<typeof useChoices> },
) {
  const { sheet, people, choices } = props;
  const { say } = useWords();
  const { key, left, setLeft, types, setTypes } = choices;
  const turn = (index: number) => {
    const next = new Set(left);
    if (!next.delete(index)) next.add(index);
    setLeft(next);
  };
  return (
    <fieldset className="people-fieldset">
      <legend>{say('people.plan.which')}</legend>
      {sheet.columns
        .filter(({ index }) => index !== key)
        .map(({ index, heading, type }) => {
          const known = people.attributes.find((one) => sameName(one.name, heading));
          return (
            <div key={index} className="people-plan-column">
              <Checkbox isChecked={!left.has(index)} onChange={() => turn(index)}>
                {heading}
              </Checkbox>
              <Select<AttributeType>
                label={say('people.plan.type', { name: heading })}
                isLabelHidden
                isDisabled={known !== undefined || left.has(index)}
                value={known?.type ?? types[index] ?? type}
                onChange={(chosen) => setTypes({ ...types, [index]: chosen })}
                choices={attributeTypes.map((value) => ({
                  value,
                  words: say(`people.type.${value}`),
                }))}
              />
            </div>
          );
        })}
    </fieldset>
  );
}

function SheetToFill(props: SheetProps) {
  const { sheet, setFill } = props;
  const { say } = useWords();
  const choices = useChoices(props);
  const { key, setKey, plan, addsPeople, setAddsPeople } = choices;
  const [isAllowing, setAllowing] = useState(true);
  useEffect(
    () => setFill(plan.fill.rows.length > 0 ? { ...plan.fill, isAllowing } : null),
    [plan, isAllowing, setFill],
  );
  if (sheet.total === 0) return <p>{say('people.plan.noRows')}</p>;
  return (
    <>
      <Select<string>
        label={say('people.plan.key')}
        value={String(key)}
        onChange={(value) => setKey(Number(value))}
        choices={sheet.columns.map(({ index, heading }) => ({
          value: String(index),
          words: heading,
        }))}
      />
      <Columns {...props} choices={choices} />
      {plan.strangers > 0 && (
        <Checkbox isChecked={addsPeople} onChange={setAddsPeople}>
          {say('people.plan.addPeople', { count: plan.strangers })}
        </Checkbox>
      )}
      <FillSummary plan={plan} />
      <AllowUnknown plan={plan} isAllowing={isAllowing} onChange={setAllowing} />
    </>
  );
}

/** Attributes from a table, matched by pseudonym; what would change is seen before it is written. */
export function ImportAttributes({ source, people, onAnswer }: Props) {
  const { say } = useWords();
  const { table, problem } = useTable(source);
  const [at, setAt] = useState(0);
  const [fill, setFill] = useState<Fill | null>(null);
  const sheet = table?.sheets[at];
  const file =
    typeof source === 'string' ? (source.split(/[\\/]/).at(-1) ?? source) : source.name;
  return (
    <Dialog
      title={say('people.plan.import', { file })}
      width="wide"
      isOpen
      onClose={() => onAnswer(null)}
      actions={
        <>
          <Button autoFocus onPress={() => onAnswer(null)}>
            {say('people.cancel')}
          </Button>
          <Button
            kind="primary"
            isDisabled={fill === null}
            onPress={() => onAnswer(fill)}
          >
            {say('people.plan.do')}
          </Button>
        </>
      }
    >
      {problem && <Banner>{sayProblem(say, problem)}</Banner>}
      {!problem && !table && <p role="status">{say('people.plan.reading', { file })}</p>}
      {table && table.sheets.length > 1 && (
        <Select<string>
          label={say('people.plan.sheet')}
          value={String(at)}
          onChange={(value) => setAt(Number(value))}
          choices={table.sheets.map(({ name }, index) => ({
            value: String(index),
            words: name,
          }))}
        />
      )}
      {sheet && (
        <SheetToFill
          key={at}
          sheet={sheet}
          people={people}
          onAnswer={onAnswer}
          setFill={setFill}
        />
      )}
    </Dialog>
  );
}
