import { LocateFixed, Pause, Play, Repeat, RotateCcw } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';

import type { SoundId } from '../../../shared/domain/ids.ts';
import type { Listening, Sound } from '../../../shared/domain/sound.ts';
import { runCommand } from '../../keys/commands.ts';
import { keysOf } from '../../keys/keymap.ts';
import { useProgress } from '../../progress.ts';
import { useIsSlow } from '../../slowly.ts';
import { Button } from '../../ui/Button.tsx';
import { given } from '../../ui/given.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Select } from '../../ui/Select.tsx';
import { ToggleButton } from '../../ui/ToggleButton.tsx';
import { sayNumber, useWords } from '../../words.ts';
import { sayTimeStamp } from '../sayTimeStamp.ts';
import { cancelSoundJob, useSoundJob } from './linkSound.ts';
import { openPlayer, rates, seek, setRate, usePlayer } from './player.ts';
import { useWaitingTurns } from './useHeardTurns.ts';
import { followSpoken } from './useSpokenTurn.ts';
import './sound.css';

const urlOf = (soundId: SoundId) => new URL(`sound/${soundId}`, document.baseURI).href;

/** The element that plays. The picture of a video is shown when it is asked for. */
function Media({
  soundId,
  name,
  isShown,
}: {
  readonly soundId: SoundId;
  readonly name: string;
  readonly isShown: boolean;
}) {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(
    () =>
      ref.current
        ? openPlayer(ref.current, { soundId, url: urlOf(soundId), name })
        : undefined,
    [soundId, name],
  );
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- the transcript is what is said
    <video
      ref={ref}
      className="sound-picture"
      hidden={!isShown}
      preload="metadata"
      tabIndex={-1}
      aria-hidden
    />
  );
}

/** Where in the sound it is; arrow keys move by seconds. */
function Position() {
  const { say } = useWords();
  const atMs = usePlayer((player) => Math.floor(player.atMs / 1000) * 1000);
  const durationMs = usePlayer((player) => player.durationMs);
  const at = sayTimeStamp(atMs);
  const whole = sayTimeStamp(durationMs);
  return (
    <>
      <span className="sound-time" aria-hidden>
        {at} / {whole}
      </span>
      <input
        className="sound-position"
        type="range"
        min={0}
        max={Math.max(1, Math.round(durationMs / 1000))}
        step={1}
        value={atMs / 1000}
        aria-label={say('sound.position')}
        aria-valuetext={say('sound.positionOf', { at, whole })}
        onChange={(event) => seek(Number(event.currentTarget.value) * 1000)}
      />
    </>
  );
}

function Speed() {
  const { say, language } = useWords();
  const rate = usePlayer((player) => player.rate);
  return (
    <Select
      label={say('sound.speed')}
      layout="beside"
      kind="quiet"
      choices={rates.map((value) => ({
        value: String(value),
        words: say('sound.times', { n: sayNumber(language, value) }),
      }))}
      value={String(rate)}
      onChange={(value) => setRate(Number(value))}
    />
  );
}

/** How far reading the file has come; nothing while it is quick. */
export function SoundProgress() {
  const { say } = useWords();
  const running = useSoundJob((job) => job.running);
  const progress = useProgress(running?.job ?? null);
  const isSlow = useIsSlow(running !== null);
  if (!running || !isSlow || !progress) return null;
  return (
    <ProgressBar
      words={say(progress.words)}
      value={progress.done}
      max={progress.total}
      cancelLabel={say('transcripts.cancel')}
      onCancel={cancelSoundJob}
    />
  );
}

function Controls() {
  const { say } = useWords();
  const isPlaying = usePlayer((player) => player.isPlaying);
  const isLooping = usePlayer((player) => player.loop !== null);
  const keys = (id: 'sound.playPause' | 'sound.back' | 'sound.loopTurn') =>
    given({ keys: keysOf(id) ?? undefined });
  return (
    <>
      <IconButton
        icon={isPlaying ? Pause : Play}
        label={say(isPlaying ? 'sound.pause' : 'sound.play')}
        {...keys('sound.playPause')}
        onPress={() => void runCommand('sound.playPause')}
      />
      <IconButton
        icon={RotateCcw}
        label={say('command.sound.back')}
        {...keys('sound.back')}
        onPress={() => void runCommand('sound.back')}
      />
      <IconButton
        icon={Repeat}
        label={say('command.sound.loopTurn')}
        isPressed={isLooping}
        {...keys('sound.loopTurn')}
        onPress={() => void runCommand('sound.loopTurn')}
      />
    </>
  );
}

function Follow() {
  const { say } = useWords();
  const isAway = usePlayer((player) => !player.isFollowing && player.spoken !== null);
  if (!isAway) return null;
  return (
    <Button kind="quiet" icon={LocateFixed} onPress={followSpoken}>
      {say('sound.toSpoken')}
    </Button>
  );
}

export interface SoundBarProps {
  readonly sound: Sound;
  readonly listening: Listening;
  /** How many turns the transcript has. */
  readonly turns: number;
  /** Tells this file at this place from any other. */
  readonly name: string;
  /** Instead of the controls: why it cannot be played, and what to do. */
  readonly trouble: ReactNode;
  readonly showCheck: () => void;
}

/** At the foot of a transcript that has sound. */
export function SoundBar(props: SoundBarProps) {
  const { sound, listening, turns, trouble } = props;
  const { say, language } = useWords();
  const waiting = useWaitingTurns(({ count }) => count);
  const [isPictureShown, showPicture] = useState(false);
  return (
    <section className="sound-bar" aria-label={say('sound.bar')} data-pane tabIndex={-1}>
      {trouble ?? (
        <>
          <Media soundId={sound.id} name={props.name} isShown={isPictureShown} />
          <Controls />
          <Position />
          <Speed />
          {sound.mediaType.startsWith('video/') && (
            <ToggleButton kind="quiet" isPressed={isPictureShown} onChange={showPicture}>
              {say('sound.picture')}
            </ToggleButton>
          )}
          <Follow />
        </>
      )}
      <Button kind="quiet" onPress={props.showCheck}>
        {say('sound.listenedOf', {
          n: sayNumber(language, listening.listened.length + waiting),
          turns: sayNumber(language, turns),
        })}
      </Button>
      <SoundProgress />
    </section>
  );
}
