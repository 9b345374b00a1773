import { useState } from 'react';

import type { Input } from '../../shared/api.ts';
import type { SpokenHit } from '../../shared/domain/search.ts';
import { useAct, useApi } from '../api.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { showToast } from '../ui/toasts.ts';
import { sayNumber, sayProblem, useWords } from '../words.ts';
import { placeOf } from './markHits.ts';

const most = 5000;

const isContext = ({ role }: SpokenHit) => role !== null && role !== 'participant';

interface MarkAllProps {
  readonly question: Input<'search.find'>;
  readonly onClose: () => void;
}

interface Preview {
  readonly count: number;
  /** Places that are units already. */
  readonly already: number;
  readonly hasMore: boolean;
}

function PreviewWords({ count, already, hasMore }: Preview) {
  const { say, language } = useWords();
  const n = sayNumber(language, count);
  const left = sayNumber(language, already);
  return (
    <div className="search-mark-all" role="status">
      <p>
        {count === 0
          ? say('search.markAll.none')
          : say('search.markAll.what', { count, n })}
      </p>
      {already > 0 && count > 0 && (
        <p>{say('search.markAll.already', { count: already, n: left })}</p>
      )}
      {hasMore && <p>{say('search.markAll.first', { n: sayNumber(language, most) })}</p>}
      {count > 0 && <p className="ink-2">{say('search.markAll.undo')}</p>}
    </div>
  );
}

function placesOf(hits: readonly SpokenHit[], takesContext: boolean) {
  const wanted = takesContext ? hits : hits.filter((hit) => !isContext(hit));
  const places = wanted.filter(({ isMarked }) => !isMarked).map(placeOf);
  return { places, already: wanted.length - places.length };
}

const noHits: readonly SpokenHit[] = [];

/** Makes the units, says so and closes; a refusal stays to be read. */
function useMarking(onClose: () => void) {
  const { say, language } = useWords();
  const { act, isPending, problem } = useAct('meaningUnits.markEach');
  const mark = async (places: Input<'meaningUnits.markEach'>['places']) => {
    await act({ places });
    const count = places.length;
    showToast({
      words: say('search.markAll.done', { count, n: sayNumber(language, count) }),
    });
    onClose();
  };
  return {
    mark: (places: Parameters<typeof mark>[0]) =>
      void mark(places).catch(() => undefined),
    isPending,
    problem,
  };
}

function useAllPlaces(question: Input<'search.find'>, takesContext: boolean) {
  const { data, problem } = useApi('search.find', {
    ...question,
    scopes: ['turns'],
    limit: most,
  });
  const { hits, hasMore } = data?.turns ?? { hits: noHits, hasMore: false };
  return {
    ...placesOf(hits, takesContext),
    isCounting: !data && !problem,
    hasContext: hits.some(isContext),
    hasMore,
    problem,
  };
}

/** How many units it would be, before they are made in one step. */
export function MarkAll({ question, onClose }: MarkAllProps) {
  const { say, language } = useWords();
  const [takesContext, setTakesContext] = useState(false);
  const all = useAllPlaces(question, takesContext);
  const marking = useMarking(onClose);
  const count = all.places.length;
  const trouble = all.problem ?? marking.problem;
  return (
    <Dialog
      title={say('search.markAll.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            {say('search.markAll.cancel')}
          </Button>
          <Button
            kind="primary"
            isDisabled={count === 0}
            isBusy={marking.isPending}
            onPress={() => marking.mark(all.places)}
          >
            {say('search.markAll.now', { count, n: sayNumber(language, count) })}
          </Button>
        </>
      }
    >
      {trouble && <Banner>{sayProblem(say, trouble)}</Banner>}
      {all.isCounting ? (
        <p>{say('search.markAll.counting')}</p>
      ) : (
        <PreviewWords count={count} already={all.already} hasMore={all.hasMore} />
      )}
      {all.hasContext && (
        <Checkbox isChecked={takesContext} onChange={setTakesContext}>
          {say('search.markAll.context')}
        </Checkbox>
      )}
    </Dialog>
  );
}
