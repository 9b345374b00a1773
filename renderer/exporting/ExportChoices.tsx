import { exportables, formatsOf } from '../../shared/domain/exporting.ts';
import { projectLanguages } from '../../shared/domain/project.ts';
import { useApi } from '../api.ts';
import { rowsOf, useTableView } from '../tableView.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { RadioCards } from '../ui/RadioCards.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Select } from '../ui/Select.tsx';
import { useWords } from '../words.ts';
import { delimiterOf, type ExportOrder, ordered } from './exportOrder.ts';

interface ChoicesProps {
  readonly order: ExportOrder;
  readonly onChange: (order: ExportOrder) => void;
}

function RowChoice({ order, onChange }: ChoicesProps) {
  const { say } = useWords();
  const view = useTableView();
  const total = useApi('analysisTable.rows', { ...rowsOf(view), limit: 1 }).data?.total;
  return (
    <RadioCards
      label={say('table.exporting.rows')}
      kind="list"
      value={order.rows}
      onChange={(rows) => onChange({ ...order, rows })}
      cards={[
        { value: 'all', title: say('table.exporting.rows.all') },
        {
          value: 'shown',
          title: say('table.exporting.rows.shown', { count: total ?? 0 }),
        },
      ]}
    />
  );
}

function OverviewChoice({ order, onChange }: ChoicesProps) {
  const { say } = useWords();
  return (
    <>
      <RadioCards
        label={say('table.exporting.layout')}
        kind="list"
        value={order.layout}
        onChange={(layout) => onChange({ ...order, layout })}
        cards={(['rows', 'columns'] as const).map((value) => ({
          value,
          title: say(`table.exporting.layout.${value}`),
        }))}
      />
      <Checkbox
        isChecked={order.withCounts}
        onChange={(withCounts) => onChange({ ...order, withCounts })}
      >
        {say('table.exporting.counts')}
      </Checkbox>
    </>
  );
}

/** What is taken home, and how. */
export function ExportChoices({ order, onChange }: ChoicesProps) {
  const { say } = useWords();
  const { what, format } = order;
  return (
    <div className="export-choices">
      <RadioCards
        label={say('table.exporting.what')}
        kind="list"
        value={what}
        onChange={(chosen) => onChange(ordered(order, chosen))}
        cards={exportables.map((value) => ({
          value,
          title: say(`table.exporting.what.${value}`),
          sentence: say(`table.exporting.about.${value}`),
        }))}
      />
      <div className="export-details">
        {formatsOf[what].length > 1 && (
          <Select
            label={say('table.exporting.format')}
            value={format}
            onChange={(chosen) => onChange({ ...order, format: chosen })}
            choices={formatsOf[what].map((value) => ({
              value,
              words: say(`table.exporting.format.${value}`),
            }))}
          />
        )}
        {what === 'analysis-table' && <RowChoice order={order} onChange={onChange} />}
        {what === 'overview' && <OverviewChoice order={order} onChange={onChange} />}
        {format !== 'json' && (
          <Select
            label={say('table.exporting.language')}
            value={order.language}
            onChange={(language) => onChange({ ...order, language })}
            choices={projectLanguages.map((value) => ({
              value,
              words: say(`table.exporting.language.${value}`),
            }))}
          />
        )}
        {format === 'csv' && (
          <Segmented
            label={say('table.exporting.delimiter')}
            value={delimiterOf(order)}
            onChange={(delimiter) => onChange({ ...order, delimiter })}
            choices={[
              { value: ';', words: say('table.exporting.delimiter.semicolon') },
              { value: ',', words: say('table.exporting.delimiter.comma') },
            ]}
          />
        )}
      </div>
    </div>
  );
}
