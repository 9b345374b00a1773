import { basename, dirname, join, resolve } from 'node:path';

import type { Output, Parsed } from '../../shared/api.ts';
import type { SoundId, TranscriptId } from '../../shared/domain/ids.ts';
import type { SoundPlace } from '../../shared/domain/sound.ts';
import { Refusal } from '../../shared/errors.ts';
import { act } from '../acting.ts';
import { soundIn } from '../findSound.ts';
import {
  attachSound,
  isLinked,
  linkedSound,
  linkedSounds,
  noteChecksum,
  soundOf,
  type LinkedSound,
} from '../project/sounds.ts';
import type { SessionContext } from '../session.ts';
import { checksumOf, fileFacts, lookAtSound, type SoundFile } from '../soundFile.ts';
import type { KnownPlace } from '../soundPlaces.ts';

const soundHere = (
  context: SessionContext,
  { soundId }: { readonly soundId: SoundId },
): LinkedSound => linkedSound(context.project().steps.reading, soundId);

function attach(
  context: SessionContext,
  transcriptId: TranscriptId,
  file: SoundFile,
): Output<'sounds.attach'> {
  const known = soundOf(context.project().steps.reading, transcriptId);
  return act(context, {
    label: 'sounds.attach',
    work: (project) =>
      attachSound(project, {
        transcriptId,
        fileName: basename(file.path).normalize('NFC'),
        mediaType: file.mediaType,
        bytes: file.bytes,
        fingerprint: file.fingerprint,
        sha256: known?.fingerprint === file.fingerprint ? known.sha256 : null,
      }),
  });
}

/** Links a recording to a transcript: the project notes what it is, the computer where it lies. */
export async function linkSound(
  context: SessionContext,
  input: Parsed<'sounds.link'>,
): Promise<Output<'sounds.link'>> {
  context.writableProject();
  const file = await lookAtSound(resolve(input.path));
  const attached = attach(context, input.transcriptId, file);
  context.sounds.remember(file.fingerprint, file);
  return attached;
}

/** Whether the recording lies there: at a glance by size and time, else by its fingerprint. */
async function soundAt(
  context: SessionContext,
  sound: LinkedSound,
  place: { readonly path: string; readonly modifiedMs?: number },
): Promise<SoundPlace> {
  const { path } = place;
  const facts = await fileFacts(path);
  if (!facts) return { state: 'missing', path };
  if (facts.bytes !== sound.bytes) return { state: 'changed', path };
  if (facts.modifiedMs !== place.modifiedMs) {
    const file = await lookAtSound(path).catch(() => null);
    if (file?.fingerprint !== sound.fingerprint) return { state: 'changed', path };
    rememberQuietly(context, sound, { path, ...facts });
  }
  return { state: 'here', path, mediaType: sound.mediaType, ...facts };
}

/** A data folder that cannot be written must not keep the sound from being played. */
function rememberQuietly(
  { sounds }: SessionContext,
  { fingerprint }: LinkedSound,
  place: KnownPlace,
): void {
  try {
    sounds.remember(fingerprint, place);
  } catch {
    // It is looked for again the next time.
  }
}

/** Where it was last seen on this computer, else beside the project file, where a copied folder has it. */
async function placeOf(context: SessionContext, sound: LinkedSound): Promise<SoundPlace> {
  const known = context.sounds.of(sound.fingerprint);
  const seen: SoundPlace = known
    ? await soundAt(context, sound, known)
    : { state: 'missing', path: null };
  if (seen.state === 'here') return seen;
  // Only a name: what a project says must not lead out of its folder.
  const name = basename(sound.fileName.replaceAll('\\', '/'));
  const beside = join(dirname(context.project().path), name);
  const found = await soundAt(context, sound, { path: beside });
  return found.state === 'here' ? found : seen;
}

export function placeOfSound(
  context: SessionContext,
  input: Parsed<'sounds.place'>,
): Promise<Output<'sounds.place'>> {
  return placeOf(context, soundHere(context, input));
}

/** The person says where it lies. A new name is noted in the project; a new folder is no step. */
export async function findSound(
  context: SessionContext,
  input: Parsed<'sounds.find'>,
): Promise<Output<'sounds.find'>> {
  const sound = soundHere(context, input);
  const file = await lookAtSound(resolve(input.path));
  const name = basename(file.path);
  if (file.fingerprint !== sound.fingerprint)
    throw new Refusal(
      'sound.different',
      { file: name, linked: sound.fileName },
      { file: file.path },
    );
  context.sounds.remember(sound.fingerprint, file);
  // A name that was replaced in brackets is not to come back by looking for the file.
  const isReplaced = /[[\]]/u.test(sound.fileName);
  const isNew = name.normalize('NFC') !== sound.fileName && !isReplaced;
  if (isNew && !context.project().heldBy) attach(context, sound.transcriptId, file);
  return placeOf(context, sound);
}

/** Looks for it by what it is, whatever it is called now, in the folders around where it was. */
export function searchSound(
  context: SessionContext,
  input: Parsed<'sounds.search'>,
): Promise<Output<'sounds.search'>> {
  const sound = soundHere(context, input);
  return context.jobs.run(input.job, async (job) => {
    const seen = await placeOf(context, sound);
    if (seen.state === 'here') return seen;
    const from = [
      ...(seen.path === null ? [] : [dirname(seen.path)]),
      dirname(context.project().path),
    ];
    const file = await soundIn(from, sound, job);
    if (!file) return seen;
    return findSound(context, { soundId: sound.id, path: file.path });
  });
}

/** Reads the whole file for its checksum, and notes it if the file stayed as it was meanwhile. */
export function hashSound(
  context: SessionContext,
  input: Parsed<'sounds.hash'>,
): Promise<void> {
  const project = context.writableProject();
  const sound = soundHere(context, input);
  return context.jobs.run(input.job, async (job) => {
    const place = await placeOf(context, sound);
    if (place.state !== 'here')
      throw new Refusal('file.missing', { file: place.path ?? sound.fileName });
    const sha256 = await checksumOf(place.path, {
      progress: async (...told) => {
        await job.progress(...told);
        // Another project, or none, is open by now: nobody asks any longer.
        if (context.current !== project) throw new Refusal('job.cancelled');
      },
    });
    const after = await fileFacts(place.path);
    if (after?.modifiedMs !== place.modifiedMs)
      throw new Refusal('sound.changed', { file: place.path }, { file: place.path });
    const { db } = context.writableProject();
    noteChecksum(db, { fingerprint: sound.fingerprint, sha256 });
    context.announce({ kind: 'step', seq: 0, tables: ['sounds'] });
  });
}

/** Lets the computer forget where recordings lie that the project no longer has; asked when a transcript is erased. */
export function forgetPlaces(
  context: SessionContext,
  fingerprints: readonly string[],
): void {
  const { reading } = context.project().steps;
  for (const fingerprint of fingerprints)
    if (!isLinked(reading, fingerprint)) context.sounds.forget(fingerprint);
}

/** Lets the computer forget names that the project no longer has, of itself and of recordings: they may be a person's. */
export function forgetOldNames(context: SessionContext): void {
  context.settings.rememberProject(context.project());
  for (const { fingerprint, fileName } of linkedSounds(context.project().steps.reading)) {
    const known = context.sounds.of(fingerprint);
    if (known && basename(known.path).normalize('NFC') !== fileName)
      context.sounds.forget(fingerprint);
  }
}
