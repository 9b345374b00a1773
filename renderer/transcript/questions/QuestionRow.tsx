import { useEffect, useRef, useState } from 'react';

import { useWords } from '../../words.ts';
import type { OpenTranscript } from '../openTranscript.ts';
import { sayQuestionText } from './questionRules.ts';
import './questions.css';

/** Scrolling pays for one look so often, whatever the frames. */
const every = 150;

/** The topmost visible turn; looked for beside the frames, so that none of them waits for it. */
function useTopTurn(isWanted: boolean) {
  const row = useRef<HTMLDivElement>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const scroller = row.current?.parentElement?.querySelector('.transcript-scroll');
    if (!scroller || !isWanted) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      const { left, top, width } = scroller.getBoundingClientRect();
      const here = document
        .elementsFromPoint(left + width / 4, top + 28)
        .find((element) => element.closest('[data-turn]'))
        ?.closest<HTMLElement>('[data-turn]');
      if (here) setTurn(Number(here.dataset['turn']));
    };
    const onScroll = () => {
      timer ??= setTimeout(look, every);
    };
    onScroll();
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [isWanted]);
  return { row, turn };
}

/** Above the text: the question of the topmost turn, and how much is marked in its answers. */
export function QuestionRow({ open }: { readonly open: OpenTranscript }) {
  const { say } = useWords();
  const { questions, units } = open;
  const { ofTurn } = questions;
  const isDivided = ofTurn.length > 0;
  const { row, turn } = useTopTurn(isDivided);
  if (!isDivided) return null;
  const question = ofTurn[turn];
  const count = units.filter(({ spans }) => ofTurn[spans[0]?.[0] ?? -1] === question);
  return (
    <div className="question-row" ref={row}>
      <span className="question-row-words">
        {question === undefined
          ? say('questions.unsorted')
          : sayQuestionText(say, questions.byId, question)}
      </span>
      <span className="ink-2">{say('questions.row.units', { count: count.length })}</span>
    </div>
  );
}
