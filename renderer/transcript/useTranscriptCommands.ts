import { useApi } from '../api.ts';
import { useCommands } from '../keys/commands.ts';
import { showInspector } from '../inspector.ts';
import { usePlace } from '../place.ts';
import { askForTurn, showSegmenting } from '../segmenting.ts';
import { announce } from '../ui/announce.ts';
import { caretNow } from './caret.ts';
import { toggleCoveragePass } from './coveragePass/coveragePass.ts';
import { turnCommands } from './correcting/correctTurn.ts';
import { addSpans, mark, takeSelection } from './marking.ts';
import type { OpenTranscript } from './openTranscript.ts';
import { askToRemovePassage } from './removingPassage.ts';
import { sayWhere } from './sayPlace.ts';
import { usePointingOutCommands } from './reviewInText.ts';
import { setAside } from './settingAside.ts';
import { codeAsLatest, goToField, retire, star } from './unitCommands.ts';
import { beginMoving } from './useMovingEnds.ts';
import { goToLeft, goToTurn, goToUnit, narrow, widen } from './walking.ts';

function whereAmI(open: OpenTranscript, lineLength: number): void {
  const caret = caretNow();
  announce(
    caret ? sayWhere(open, caret, lineLength) : open.say('transcript.noWords'),
    'assertive',
  );
}

/** The transcript before or after the open one, in the project's order. */
function useSiblings(open: OpenTranscript) {
  const all = useApi('transcripts.list', {}).data ?? [];
  const at = all.findIndex(({ id }) => id === open.transcript.id);
  const goTo = (index: number) => {
    const next = all[index];
    if (next) usePlace.getState().go({ transcriptId: next.id, selected: null });
  };
  return { next: () => goTo(at + 1), previous: () => goTo(at - 1), count: all.length };
}

/** What the keys, the palette and the menus can do in an open transcript. */
export function useTranscriptCommands(open: OpenTranscript, lineLength: number): void {
  const siblings = useSiblings(open);
  const pointingOut = usePointingOutCommands(open);
  useCommands({
    'transcript.mark': () => mark(open),
    'transcript.takeSelection': () => void takeSelection(open),
    'transcript.addSpan': () => void addSpans(open),
    'transcript.widen': () => widen(open),
    'transcript.narrow': () => narrow(open),
    'transcript.moveEnds': () => beginMoving(open),
    'transcript.retire': () => void retire(open),
    'transcript.setAside': () => setAside(open),
    'transcript.nextTurn': () => goToTurn(open, 1),
    'transcript.previousTurn': () => goToTurn(open, -1),
    'transcript.nextUnit': () => goToUnit(open, 1),
    'transcript.previousUnit': () => goToUnit(open, -1),
    'transcript.nextLeft': () => goToLeft(open, 1),
    'transcript.previousLeft': () => goToLeft(open, -1),
    'transcript.coveragePass': toggleCoveragePass,
    'transcript.condense': () => goToField(open, 'condensed'),
    'transcript.code': () => goToField(open, 'code'),
    'transcript.latestCode': () => void codeAsLatest(open),
    'transcript.star': () => void star(open),
    'transcript.memo': () => goToField(open, 'memo'),
    'transcript.removePassage': () => askToRemovePassage(open),
    'transcript.whereAmI': () => whereAmI(open, lineLength),
    ...turnCommands(open),
    'transcript.turnQuestion': () => {
      showInspector();
      askForTurn();
    },
    'transcript.questions': () => {
      showInspector();
      showSegmenting(true);
    },
    'place.words': () => void usePlace.getState().goBack(),
    'place.nextSibling': siblings.count > 1 ? siblings.next : undefined,
    'place.previousSibling': siblings.count > 1 ? siblings.previous : undefined,
    ...pointingOut,
  });
}
