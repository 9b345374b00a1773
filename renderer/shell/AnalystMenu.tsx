import { PencilLine, UserPlus } from 'lucide-react';
import { useState } from 'react';

import type { Analyst } from '../../shared/domain/project.ts';
import type { ProjectState } from '../../shared/domain/projectState.ts';
import type { Say } from '../../shared/words/words.ts';
import { call, problemIn, useApi } from '../api.ts';
import { useCommands } from '../keys/commands.ts';
import { AnalystDialog } from '../settings/AnalystDialog.tsx';
import { announce } from '../ui/announce.ts';
import { Initials } from '../ui/frame/TopBar.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry } from '../ui/menuEntries.ts';
import { useWords } from '../words.ts';
import { showProblem } from '../screen.ts';

interface Who {
  readonly say: Say;
  readonly analysts: readonly Analyst[];
  readonly me: Analyst | undefined;
  /** Null where nothing can be changed. */
  readonly edit: ((analyst: Analyst | 'new') => void) | null;
}

async function be(say: Say, analyst: Analyst): Promise<void> {
  try {
    await call('analysts.be', { analystId: analyst.id });
    announce(say('shell.analyst.now', { name: analyst.name }));
  } catch (error) {
    showProblem(problemIn(error));
  }
}

function entriesOf({ say, analysts, me, edit }: Who): readonly MenuEntry[] {
  const entries: MenuEntry[] = [
    { id: 'who', heading: say('shell.analyst.who') },
    ...analysts.map((analyst) => ({
      id: analyst.id,
      words: analyst.name,
      isChecked: analyst.id === me?.id,
      onAction: () => void be(say, analyst),
    })),
  ];
  if (edit === null) return entries;
  entries.push({ id: 'rest', separator: true });
  if (me) {
    entries.push({
      id: 'rename',
      words: say('shell.analyst.rename.menu'),
      icon: PencilLine,
      onAction: () => edit(me),
    });
  }
  entries.push({
    id: 'add',
    words: say('shell.analyst.add.menu'),
    icon: UserPlus,
    onAction: () => edit('new'),
  });
  return entries;
}

/** Who is working: initials, with the project's analysts to change to and one to add. */
export function AnalystMenu({ state }: { readonly state: ProjectState }) {
  const { say } = useWords();
  const analysts = useApi('project.read', {}).data?.analysts ?? [];
  const [edited, setEdited] = useState<Analyst | 'new' | null>(null);
  const me = analysts.find(({ id }) => id === state.analystId);
  const entries = entriesOf({
    say,
    analysts,
    me,
    edit: state.isReadOnly ? null : setEdited,
  });
  useCommands({
    'analysts.change': state.isReadOnly ? undefined : () => setEdited('new'),
  });
  return (
    <>
      <MenuButton
        label={say('shell.analyst')}
        kind="quiet"
        className="analyst-button"
        entries={entries}
      >
        <Initials initials={me?.initials ?? '?'} />
        <span className="visually-hidden">
          {me ? say('shell.analyst.is', { name: me.name }) : say('shell.analyst')}
        </span>
      </MenuButton>
      {edited !== null && (
        <AnalystDialog
          analyst={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
