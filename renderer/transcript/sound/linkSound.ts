import { create } from 'zustand';

import type { SoundId, TranscriptId } from '../../../shared/domain/ids.ts';
import { soundEndings } from '../../../shared/domain/sound.ts';
import type { Say } from '../../../shared/words/words.ts';
import { call, problemIn, queryClient } from '../../api.ts';
import { chooseToOpen } from '../../chooseFiles.ts';
import { runCommand } from '../../keys/commands.ts';
import { newJob } from '../../progress.ts';
import { showProblem } from '../../screen.ts';
import { showToast } from '../../ui/toasts.ts';

interface SoundJob {
  readonly soundId: SoundId;
  readonly job: string;
  readonly kind: 'hash' | 'search';
}

/** What is being done with the file of a sound, to be shown and cancelled. */
export const useSoundJob = create<{ readonly running: SoundJob | null }>(() => ({
  running: null,
}));

async function whileRunning<Result>(
  running: SoundJob,
  work: () => Promise<Result>,
): Promise<Result> {
  useSoundJob.setState({ running });
  try {
    return await work();
  } finally {
    if (useSoundJob.getState().running === running)
      useSoundJob.setState({ running: null });
  }
}

function tellRefusal(error: unknown): void {
  const problem = problemIn(error);
  if (problem?.code !== 'job.cancelled') showProblem(problem);
}

export const lookAgain = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: ['sounds.place'] });

/** Reads the file for its checksum; what else is done goes on meanwhile. */
export async function noteChecksum(soundId: SoundId): Promise<void> {
  const job = newJob();
  try {
    await whileRunning({ soundId, job, kind: 'hash' }, () =>
      call('sounds.hash', { soundId, job }),
    );
  } catch (error) {
    tellRefusal(error);
  }
}

export function cancelSoundJob(): void {
  const { running } = useSoundJob.getState();
  if (running) void call('jobs.cancel', { job: running.job });
}

const chooseSound = async (say: Say): Promise<string | undefined> =>
  (await chooseToOpen({ title: say('sound.choose'), endings: soundEndings }))[0];

/** Lets the person point out the recording of a transcript, and links it. */
export async function linkSound(transcriptId: TranscriptId, say: Say): Promise<void> {
  const path = await chooseSound(say);
  if (path === undefined) return;
  await linkSoundAt(transcriptId, path, say);
}

export async function linkSoundAt(
  transcriptId: TranscriptId,
  path: string,
  say: Say,
): Promise<void> {
  showProblem(null);
  try {
    const { soundId } = await call('sounds.link', { transcriptId, path });
    await lookAgain();
    showToast({
      words: say('sound.linked'),
      action: {
        words: say('transcript.undo'),
        onAction: () => void runCommand('steps.undo'),
      },
    });
    void noteChecksum(soundId);
  } catch (error) {
    tellRefusal(error);
  }
}

export async function unlinkSound(transcriptId: TranscriptId, say: Say): Promise<void> {
  showProblem(null);
  try {
    await call('sounds.unlink', { transcriptId });
    showToast({
      words: say('sound.unlinked'),
      action: {
        words: say('transcript.undo'),
        onAction: () => void runCommand('steps.undo'),
      },
    });
  } catch (error) {
    tellRefusal(error);
  }
}

/** Looks for the recording in the folders around; says so when it is in none of them. */
export async function searchSound(soundId: SoundId): Promise<boolean> {
  const job = newJob();
  try {
    const place = await whileRunning({ soundId, job, kind: 'search' }, () =>
      call('sounds.search', { soundId, job }),
    );
    await lookAgain();
    return place.state === 'here';
  } catch (error) {
    tellRefusal(error);
    return true;
  }
}

/** Lets the person point out where the recording is now; the path of another one, which was refused, else null. */
export async function findSound(soundId: SoundId, say: Say): Promise<string | null> {
  const path = await chooseSound(say);
  if (path === undefined) return null;
  showProblem(null);
  try {
    await call('sounds.find', { soundId, path });
    await lookAgain();
    return null;
  } catch (error) {
    if (problemIn(error)?.code === 'sound.different') return path;
    tellRefusal(error);
    return null;
  }
}
