import { aSound } from '../support/sampleProject.ts';
import type { Generators } from './randomInputs.ts';

type Listening = Pick<
  Generators,
  | 'sounds.attach'
  | 'sounds.unlink'
  | 'turns.setTime'
  | 'turns.shiftTimes'
  | 'turns.listened'
  | 'turns.notListened'
  | 'transcripts.verify'
  | 'transcripts.unverify'
>;

/** Sound, listening and times, for the random walks. */
export const randomSounds: Listening = {
  'sounds.attach': {
    weight: 0.5,
    input: (draw) => ({
      ...aSound,
      transcriptId: draw.one(draw.ids.transcripts),
      fingerprint: draw.one(['b', 'c']).repeat(64),
    }),
  },
  'sounds.unlink': {
    weight: 0.3,
    input: (draw) => ({ transcriptId: draw.one(draw.ids.transcripts) }),
  },
  'turns.setTime': {
    weight: 2,
    input: (draw) => ({
      turnId: draw.one(draw.ids.turns),
      startMs: draw.isLucky(0.2) ? null : draw.below(90_000),
    }),
  },
  'turns.shiftTimes': {
    weight: 0.5,
    input: (draw) => ({
      transcriptId: draw.one(draw.ids.transcripts),
      byMs: draw.below(4000) - 2000,
    }),
  },
  'turns.listened': {
    weight: 2,
    input: (draw) => ({ turnIds: draw.some(draw.ids.turns, 4) }),
  },
  'turns.notListened': {
    weight: 1,
    input: (draw) => ({ turnIds: draw.some(draw.ids.listened, 2) }),
  },
  'transcripts.verify': {
    weight: 0.5,
    input: (draw) => ({
      transcriptId: draw.one(draw.ids.transcripts),
      date: `2026-11-${10 + draw.below(20)}`,
      ...(draw.isLucky(0.5) ? { analystId: draw.one(draw.ids.analysts) } : {}),
    }),
  },
  'transcripts.unverify': {
    weight: 0.3,
    input: (draw) => ({ transcriptId: draw.one(draw.ids.transcripts) }),
  },
};
