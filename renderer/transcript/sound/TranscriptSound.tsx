import { useEffect, useMemo, useState } from 'react';

import type { Listening, Sound, SoundPlace } from '../../../shared/domain/sound.ts';
import { useApi } from '../../api.ts';
import type { OpenTranscript } from '../openTranscript.ts';
import { CheckDialog } from './CheckDialog.tsx';
import { lookAgain } from './linkSound.ts';
import { setTimeline, usePlayer } from './player.ts';
import { ShiftDialog } from './ShiftDialog.tsx';
import { SoundBar } from './SoundBar.tsx';
import { SoundTrouble } from './SoundTrouble.tsx';
import { timelineOf } from './timeline.ts';
import { useHeardTurns } from './useHeardTurns.ts';
import { useSoundCommands } from './useSoundCommands.ts';
import { useSpokenTurn } from './useSpokenTurn.ts';

const nothing: Listening = {
  sound: null,
  listened: [],
  verified: null,
  corrections: 0,
  correctionsSince: 0,
};

/** Tells a file at its place from any other, also from what lay there before. */
const nameOf = (sound: Sound, place: SoundPlace) =>
  place.state === 'here' ? `${sound.id} ${place.modifiedMs} ${place.path}` : sound.id;

const lookEveryMs = 1000;

/** Where the sound is, asked again while it plays and when it has broken off; what is found again is tried again. */
function usePlaceOf(sound: Sound | null) {
  const place = useApi('sounds.place', sound && { soundId: sound.id }).data;
  const broken = usePlayer((player) => player.broken);
  const name = sound && place ? nameOf(sound, place) : '';
  const isBroken = broken !== null && broken === name;
  const isPlaying = usePlayer((player) => player.isPlaying);
  useEffect(() => {
    if (!isPlaying) return undefined;
    // The browser plays on from what it has read: only by looking is it noticed that the file has gone.
    const timer = setInterval(() => void lookAgain(), lookEveryMs);
    return () => clearInterval(timer);
  }, [isPlaying]);
  useEffect(() => {
    if (isBroken) void lookAgain();
  }, [isBroken]);
  const isAway = place !== undefined && place.state !== 'here';
  useEffect(() => {
    if (isAway) usePlayer.setState({ broken: null });
  }, [isAway]);
  return { place, name, canPlay: place?.state === 'here' && !isBroken };
}

/** What belongs to listening in an open transcript: the bar when there is sound, its commands always. */
export function TranscriptSound({ open }: { readonly open: OpenTranscript }) {
  const { transcript, isReadOnly } = open;
  const listening =
    useApi('listening.read', { transcriptId: transcript.id }).data ?? nothing;
  const { sound } = listening;
  const { place, name, canPlay } = usePlaceOf(sound);
  const [shown, setShown] = useState<'check' | 'shift' | null>(null);
  const timeline = useMemo(() => timelineOf(transcript.turns), [transcript.turns]);
  useEffect(() => setTimeline(timeline), [timeline]);

  useSoundCommands({
    open,
    hasSound: sound !== null,
    canPlay,
    hasTimes: timeline.length > 0,
    showDialog: setShown,
  });
  useSpokenTurn();
  useHeardTurns(open);

  const trouble = sound && place && !canPlay && (
    <SoundTrouble
      transcriptId={transcript.id}
      sound={sound}
      place={place}
      isReadOnly={isReadOnly}
    />
  );
  return (
    <>
      {sound && place && (
        <SoundBar
          key={name}
          name={name}
          sound={sound}
          listening={listening}
          turns={transcript.turns.length}
          trouble={trouble || null}
          showCheck={() => setShown('check')}
        />
      )}
      {shown === 'check' && (
        <CheckDialog
          transcript={transcript}
          listening={listening}
          isReadOnly={isReadOnly}
          onClose={() => setShown(null)}
        />
      )}
      {shown === 'shift' && (
        <ShiftDialog transcript={transcript} onClose={() => setShown(null)} />
      )}
    </>
  );
}
