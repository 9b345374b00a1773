import { TriangleAlert } from 'lucide-react';

import type { TranscriptId } from '../../shared/domain/ids.ts';
import type { GuideQuestion } from '../../shared/domain/question.ts';
import { usePlace } from '../place.ts';
import { showSegmenting } from '../segmenting.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useWords } from '../words.ts';

const mostNamed = 3;

function divide(transcriptId: TranscriptId): void {
  showSegmenting(true);
  usePlace.getState().go({ workspace: 'transcripts', transcriptId, selected: null });
}

/** Groups that were asked the question and have no turn that belongs to it (method.md T09); each leads to where it can be pointed out. */
export function MissingIn(props: {
  readonly question: GuideQuestion;
  readonly nameOf: (id: TranscriptId) => string;
}) {
  const { question, nameOf } = props;
  const { say } = useWords();
  const { missing, number: n } = question;
  if (missing.length === 0) return null;
  const left = missing.length - mostNamed;
  return (
    <p className="guide-missing">
      <Icon of={TriangleAlert} size={13} /> {say('questions.missing')}
      {missing.slice(0, mostNamed).map((id) => (
        <Button
          key={id}
          kind="link"
          size="small"
          aria-label={say('questions.missing.point', { n, group: nameOf(id) })}
          onPress={() => divide(id)}
        >
          {nameOf(id)}
        </Button>
      ))}
      {left > 0 && say('questions.missing.more', { count: left })}
    </p>
  );
}
