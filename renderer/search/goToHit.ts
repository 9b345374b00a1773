import type { WrittenAbout } from '../../shared/domain/search.ts';
import { findInTranscript } from '../findState.ts';
import { usePlace, type Selected, type WorkspaceName } from '../place.ts';
import { useSearchState } from '../searchState.ts';
import type { HitRow } from './hitRows.ts';

function show(workspace: WorkspaceName, selected: Selected): void {
  usePlace.setState(({ reveal }) => ({ workspace, selected, reveal: reveal + 1 }));
}

function goToWhatIsWritten(about: WrittenAbout): void {
  const place = usePlace.getState();
  switch (about.noun) {
    case 'unit':
      place.goToWords(about);
      break;
    case 'transcript':
      place.go({ workspace: 'transcripts', transcriptId: about.id, selected: null });
      break;
    case 'code':
      show('grouping', { kind: 'code', id: about.id });
      break;
    case 'category':
      show('grouping', { kind: 'category', id: about.id });
      break;
    case 'theme':
      show('themes', { kind: 'theme', id: about.id });
      break;
    case 'project':
      place.go({ workspace: 'overview' });
  }
}

/** To where the words stand: in the transcript with just them selected, or at what they are written about. */
export function goToHit({ hit }: HitRow): void {
  const place = usePlace.getState();
  const { text, way, fold } = useSearchState.getState();
  if (hit.kind !== 'written')
    findInTranscript({ text, way: way === 'words' ? 'exact' : way, fold });
  if (hit.kind === 'written') goToWhatIsWritten(hit.written.about);
  else if (hit.kind === 'unit')
    place.goToWords({ id: hit.unit.unitId, transcriptId: hit.unit.transcriptId });
  else place.goToPlace(hit.spoken);
}
