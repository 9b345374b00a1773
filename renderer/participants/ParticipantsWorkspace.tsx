import { FileUp, ListPlus, UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';

import { call, useApi } from '../api.ts';
import { chooseToOpen } from '../chooseFiles.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Workspace, WorkspaceBar, WorkspaceContent } from '../ui/frame/Workspace.tsx';
import { sayProblem, useWords } from '../words.ts';
import { AttributeDialog } from './AttributeDialog.tsx';
import { PastePlan } from './FillSummary.tsx';
import { ForgetParticipant } from './ForgetParticipant.tsx';
import { ImportAttributes } from './ImportAttributes.tsx';
import { MergeValues } from './MergeValues.tsx';
import { OddValue } from './OddValue.tsx';
import './participants.css';
import { columnsOf, type Person } from './peopleColumns.ts';
import { cellEntries, headEntries } from './peopleMenus.ts';
import { PeopleTable } from './PeopleTable.tsx';
import { PersonCard } from './PersonCard.tsx';
import { RemovedParticipants } from './RemovedParticipants.tsx';
import type { Shown } from './shown.ts';
import { sortedPeople, usePeopleSort } from './sortPeople.ts';
import { SpeakersOfTranscripts } from './SpeakersOfTranscripts.tsx';
import { usePeople } from './usePeople.ts';
import { type PeopleActs, usePeopleActs } from './usePeopleActs.ts';
import { usePeopleGrid } from './usePeopleGrid.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** P1, P2 … the first that nobody has. */
function nextPseudonym(people: readonly Person[]): string {
  const taken = new Set(people.map((person) => person.pseudonym));
  let n = 1;
  while (taken.has(`P${n}`)) n += 1;
  return `P${n}`;
}

interface DialogProps {
  readonly shown: Shown | null;
  readonly read: ReturnType<typeof usePeople>;
  readonly acts: PeopleActs;
  readonly onClose: () => void;
}

function Dialogs({ shown, read, acts, onClose }: DialogProps) {
  if (acts.pending) return <PastePlan plan={acts.pending} onAnswer={acts.answer} />;
  if (!shown) return null;
  if (shown.kind === 'attribute')
    return <AttributeDialog attribute={shown.attribute} onClose={onClose} />;
  if (shown.kind === 'merge')
    return <MergeValues attribute={shown.attribute} onClose={onClose} />;
  if (shown.kind === 'import')
    return (
      <ImportAttributes
        source={shown.source}
        people={read}
        onAnswer={(fill) => {
          onClose();
          acts.answer(fill);
        }}
      />
    );
  const person = read.people.find(({ id }) => id === shown.participantId);
  if (!person) return null;
  return shown.kind === 'forget' ? (
    <ForgetParticipant participant={person} onClose={onClose} />
  ) : (
    <WithdrawDialog
      participant={person}
      isWithdrawn={person.consent?.status === 'withdrawn'}
      onClose={onClose}
    />
  );
}

function BarActions(props: {
  readonly people: readonly Person[];
  readonly acts: PeopleActs;
  readonly show: (shown: Shown) => void;
}) {
  const { people, acts, show } = props;
  const { say } = useWords();
  const choose = () =>
    void chooseToOpen({
      title: say('people.plan.choose'),
      endings: ['.xlsx', '.csv', '.tsv', '.txt'],
      isMany: false,
    }).then(([source]) => source !== undefined && show({ kind: 'import', source }));
  return (
    <>
      <Button kind="quiet" icon={FileUp} onPress={choose}>
        {say('people.importAttributes')}
      </Button>
      <Button
        icon={ListPlus}
        onPress={() => show({ kind: 'attribute', attribute: null })}
      >
        {say('people.addAttribute')}
      </Button>
      <Button
        icon={UserPlus}
        onPress={() =>
          void acts.attempt(() =>
            call('participants.add', { pseudonym: nextPseudonym(people) }),
          )
        }
      >
        {say('participants.add')}
      </Button>
    </>
  );
}

function Table({ menus }: { readonly menus: Parameters<typeof headEntries>[0] }) {
  const { say } = useWords();
  const { grid, acts } = menus;
  return (
    <div className="people-advice">
      <PeopleTable
        grid={grid}
        acts={acts}
        headEntries={(column) => headEntries(menus, column)}
        cellEntries={() => cellEntries(menus)}
      />
      <OddValue grid={grid} acts={acts} />
      {!grid.isReadOnly && <p className="type-s ink-3">{say('people.gridHelp')}</p>}
    </div>
  );
}

/** People under pseudonym: what is known of them, what they have allowed, and who they are in each transcript. */
export function ParticipantsWorkspace() {
  const { say } = useWords();
  const read = usePeople();
  const { people, attributes } = read;
  const isReadOnly = useApi('project.state', {}).data?.isReadOnly ?? true;
  const columns = useMemo(() => columnsOf(attributes), [attributes]);
  const sort = usePeopleSort();
  const sorted = useMemo(
    () => sortedPeople(people, columns, sort),
    [people, columns, sort],
  );
  const grid = usePeopleGrid(sorted, columns, isReadOnly);
  const acts = usePeopleActs(grid);
  const [shown, setShown] = useState<Shown | null>(null);
  const menus = { say, grid, acts, show: setShown };
  const refused = read.problem ?? acts.problem;
  return (
    <Workspace label={say('participants.title')}>
      <WorkspaceBar
        title={say('participants.title')}
        facts={say('participants.count', { count: people.length })}
      >
        {!isReadOnly && <BarActions people={people} acts={acts} show={setShown} />}
      </WorkspaceBar>
      {refused && <Banner>{sayProblem(say, refused)}</Banner>}
      <WorkspaceContent>
        <div className="participants-page">
          {read.isRead && people.length === 0 && (
            <EmptyState>{say('participants.empty')}</EmptyState>
          )}
          {people.length > 0 && <Table menus={menus} />}
          <SpeakersOfTranscripts isReadOnly={isReadOnly} participants={people} />
          {!isReadOnly && <RemovedParticipants />}
        </div>
      </WorkspaceContent>
      <PersonCard
        person={grid.person}
        attributes={attributes}
        isReadOnly={isReadOnly}
        acts={acts}
        show={setShown}
      />
      <Dialogs shown={shown} read={read} acts={acts} onClose={() => setShown(null)} />
    </Workspace>
  );
}
