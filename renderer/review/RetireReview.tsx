import { useState } from 'react';

import type { Review } from '../../shared/domain/review.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useWords } from '../words.ts';

export interface RetireReviewProps {
  readonly review: Review;
  readonly onRetire: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks why a unit leaves the analysis; an answer is not required (rulings 10). */
export function RetireReview({ review, onRetire, onClose }: RetireReviewProps) {
  const { say } = useWords();
  const [reason, setReason] = useState('');
  return (
    <Dialog
      title={say('review.retire.title', { unit: review.number })}
      isOpen
      width="narrow"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('review.cancel')}</Button>
          <Button kind="primary" onPress={() => onRetire(reason)}>
            {say('review.retire.do')}
          </Button>
        </>
      }
    >
      <p>{say('review.retire.what')}</p>
      <TextField
        label={say('review.retire.why')}
        value=""
        autoFocus
        onDraft={setReason}
        onCommit={setReason}
        onEnter={() => onRetire(reason)}
      />
    </Dialog>
  );
}
