import { type KeyboardEvent, useEffect, useId, useRef } from 'react';

import type { TurnId } from '../../shared/domain/ids.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useWords } from '../words.ts';
import { float } from './atSelection.ts';
import { focusText } from './caret.ts';
import type { OpenTranscript } from './openTranscript.ts';
import { setAsideFor } from './settingAside.ts';

export const reasonKeys = [
  'transcript.reason.practical',
  'transcript.reason.agreement',
  'transcript.reason.outside',
  'transcript.reason.moderator',
] as const;

export interface SetAsideReasonsProps {
  readonly latest: () => OpenTranscript;
  readonly turnIds: readonly TurnId[];
}

/** Why the turns are set aside: a digit chooses, Enter goes without a reason, or one's own words. */
export function SetAsideReasons({ latest, turnIds }: SetAsideReasonsProps) {
  const { say } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const hint = useId();
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' });
    list.current?.focus({ preventScroll: true });
  }, []);
  const choose = (reason: string) => void setAsideFor(latest(), turnIds, reason);
  const close = () => {
    float(null);
    focusText();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isInList = event.target === list.current;
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    const key = reasonKeys[Number(digit) - 1];
    if (event.key === 'Escape') close();
    else if (isInList && event.key === 'Enter') choose('');
    else if (key && !(event.target instanceof HTMLInputElement)) choose(say(key));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of all that is in it
    <div
      className="set-aside"
      ref={list}
      role="dialog"
      tabIndex={-1}
      aria-label={say('transcript.reason.title', { count: turnIds.length })}
      aria-describedby={hint}
      onKeyDown={onKeyDown}
    >
      <span className="visually-hidden" id={hint}>
        {say('transcript.reason.hint')}
      </span>
      <p className="set-aside-title">
        {say('transcript.reason.title', { count: turnIds.length })}
      </p>
      {reasonKeys.map((key, index) => (
        <button
          type="button"
          className="set-aside-reason"
          key={key}
          onClick={() => choose(say(key))}
        >
          <Kbd keys={String(index + 1)} /> {say(key)}
        </button>
      ))}
      <button type="button" className="set-aside-reason" onClick={() => choose('')}>
        <Kbd keys="Enter" /> {say('transcript.reason.none')}
      </button>
      <TextField
        label={say('transcript.reason.own')}
        value=""
        onCommit={(text) => text.trim() !== '' && choose(text.trim())}
      />
    </div>
  );
}
