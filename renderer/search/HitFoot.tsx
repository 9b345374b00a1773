import { type RefObject, useState } from 'react';

import {
  hitExtents,
  type HitExtent,
  type SpokenHit,
} from '../../shared/domain/search.ts';
import { useApi } from '../api.ts';
import { useCommands } from '../keys/commands.ts';
import { keysOf } from '../keys/keymap.ts';
import { chooseExtent, useSearchState, widenExtent } from '../searchState.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Foot } from '../ui/frame/Workspace.tsx';
import { given } from '../ui/given.ts';
import { KeyHints } from '../ui/KeyHints.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { useWords } from '../words.ts';
import { goToHit } from './goToHit.ts';
import type { HitRow } from './hitRows.ts';
import { isContext, markHit, spokenIn } from './markHits.ts';

interface QuestionProps {
  readonly onMark: () => void;
  readonly onLeave: () => void;
}

/** As when words are marked in the transcript: moderators’ words are context, and it is asked first. */
function OnlyModerator({ onMark, onLeave }: QuestionProps) {
  const { say } = useWords();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc in whatever of it has the focus
    <div
      className="search-question"
      role="alertdialog"
      aria-label={say('transcript.onlyModerator')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
    >
      <strong>{say('transcript.onlyModerator')}</strong>
      <Button size="small" kind="primary" autoFocus onPress={onMark}>
        {say('transcript.markAnyway')}
      </Button>
      <Button size="small" onPress={onLeave}>
        {say('transcript.leaveIt')}
      </Button>
    </div>
  );
}

/** How much around a hit becomes a unit. */
export function ExtentChoice({ label }: { readonly label: string }) {
  const { say } = useWords();
  const extent = useSearchState((search) => search.extent);
  return (
    <Segmented
      label={label}
      value={extent}
      onChange={chooseExtent}
      choices={hitExtents.map((value) => ({
        value,
        words: say(`search.extent.${value}`),
      }))}
    />
  );
}

const asksFirst = (spoken: SpokenHit, extent: HitExtent) =>
  isContext(spoken) && !(spoken.isMarked && extent === 'words');

function useMarking(row: HitRow | undefined, list: RefObject<HTMLElement | null>) {
  const { say } = useWords();
  const isReadOnly = useApi('project.state', {}).data?.isReadOnly ?? false;
  /** The hit that it is asked about. */
  const [asked, setAsked] = useState<string | null>(null);
  const isAsking = row !== undefined && asked === row.id;
  const back = () => {
    setAsked(null);
    list.current?.focus();
  };
  const markNow = () => {
    if (isAsking) back();
    if (row) void markHit(row, say);
  };
  const extent = useSearchState((search) => search.extent);
  const mark = () => {
    const spoken = row && spokenIn(row);
    if (isReadOnly) announce(say('search.readOnly'));
    else if (row && spoken && asksFirst(spoken, extent)) setAsked(row.id);
    else markNow();
  };
  return { mark, markNow, back, isAsking, isReadOnly };
}

interface HitFootProps {
  /** The chosen hit. */
  readonly row: HitRow | undefined;
  readonly list: RefObject<HTMLElement | null>;
}

/** What can be done with the chosen hit; M marks it. */
export function HitFoot({ row, list }: HitFootProps) {
  const { say } = useWords();
  const marking = useMarking(row, list);
  const { mark, isReadOnly } = marking;
  const widen = (by: 1 | -1) => () => announce(say(`search.extent.${widenExtent(by)}`));
  useCommands({
    'search.mark': row ? mark : undefined,
    'search.widen': row ? widen(1) : undefined,
    'search.narrow': row ? widen(-1) : undefined,
  });
  if (!row) return null;
  if (marking.isAsking)
    return (
      <Foot>
        <OnlyModerator onMark={marking.markNow} onLeave={marking.back} />
      </Foot>
    );
  return (
    <Foot>
      <Button kind="quiet" size="small" keys="Enter" onPress={() => goToHit(row)}>
        {say('search.key.go')}
      </Button>
      {!isReadOnly && row.hit.kind !== 'written' && (
        <span className="search-marking">
          <Button
            kind="quiet"
            size="small"
            onPress={mark}
            {...given({ keys: keysOf('search.mark') ?? undefined })}
          >
            {say('search.key.mark')}
          </Button>
          <ExtentChoice label={say('search.extent')} />
        </span>
      )}
      <KeyHints hints={[{ keys: '↑ ↓', words: say('search.key.walk') }]} />
    </Foot>
  );
}
