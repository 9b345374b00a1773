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

/** How many units it would be, before they are made in one step. */
export function MarkAll({ question, onClose }: MarkAllProps) {
  const { say, language } = useWords();
  const { data, problem } = useApi('search.find', {
    ...question,
    scopes: ['turns'],
    limit: most,
  });
  const marking = useAct('meaningUnits.markEach');
  const found = data?.turns;
  const [takesContext, setTakesContext] = useState(false);
  const all = found?.hits ?? [];
  const wanted = takesContext ? all : all.filter((hit) => !isContext(hit));
  const places = wanted.filter(({ isMarked }) => !isMarked).map(placeOf);
  const count = places.length;
  const already = wanted.length - count;
  const n = sayNumber(language, count);
  const trouble = problem ?? marking.problem;
  const mark = () =>
    void marking
      .act({ places })
      .then(() => {
        showToast({ words: say('search.markAll.done', { count, n }) });
        onClose();
      })
      .catch(() => undefined);
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
            onPress={mark}
          >
            {say('search.markAll.now', { count, n })}
          </Button>
        </>
      }
    >
      {trouble && <Banner>{sayProblem(say, trouble)}</Banner>}
      {!found && !trouble && <p>{say('search.markAll.counting')}</p>}
      {found && (
        <div className="search-mark-all" role="status">
          <p>
            {count === 0
              ? say('search.markAll.none')
              : say('search.markAll.what', { count, n })}
          </p>
          {already > 0 && count > 0 && (
            <p>
              {say('search.markAll.already', {
                count: already,
                n: sayNumber(language, already),
              })}
            </p>
          )}
          {all.some(isContext) && (
            <Checkbox isChecked={takesContext} onChange={setTakesContext}>
              {say('search.markAll.context')}
            </Checkbox>
          )}
          {found.hasMore && (
            <p>{say('search.markAll.first', { n: sayNumber(language, most) })}</p>
          )}
          {count > 0 && <p className="ink-2">{say('search.markAll.undo')}</p>}
        </div>
      )}
    </Dialog>
  );
}
