import { call } from '../api.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useWords } from '../words.ts';
import { isOdd, oddWords } from './peopleColumns.ts';
import type { PeopleActs } from './usePeopleActs.ts';
import type { PeopleGrid } from './usePeopleGrid.ts';

/** What stands in the active cell and is not in the list, or not of the type: the text stays, the analyst decides. */
export function OddValue({
  grid,
  acts,
}: {
  readonly grid: PeopleGrid;
  readonly acts: PeopleActs;
}) {
  const { say } = useWords();
  const column = grid.columns[grid.active.column];
  if (column?.kind !== 'attribute' || !grid.person) return null;
  const { attribute } = column;
  const value = grid.person.values.get(attribute.id) ?? '';
  if (!isOdd(attribute, value)) return null;
  if (attribute.type !== 'choice')
    return <Banner kind="advice">{say(oddWords(attribute), { value })}</Banner>;
  const others = attribute.used.filter(
    (one) => one.value !== value && isOdd(attribute, one.value),
  ).length;
  const add = () =>
    void acts.attempt(async () => {
      const allowed = [...attribute.allowed, value];
      await call('attributes.describe', { attributeId: attribute.id, allowed });
      grid.goTo(grid.active);
    });
  return (
    <Banner
      kind="advice"
      actions={
        grid.isReadOnly ? undefined : (
          <Button size="small" onPress={add}>
            {say('people.notInList.add')}
          </Button>
        )
      }
    >
      {say('people.notInList', { value, attribute: attribute.name })}
      {others > 0 && ` ${say('people.notInList.others', { count: others })}`}
    </Banner>
  );
}
