import { z } from 'zod';
import { action, command, query } from '../contract.ts';
import { analystId, soundId, transcriptId, turnId, type SoundId } from '../domain/ids.ts';
import { mediaType, type Listening, type SoundPlace } from '../domain/sound.ts';
import { filePath, name } from '../domain/text.ts';

const job = z.string().max(60).optional();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Longer than any recording: a hundred hours. */
const mostMs = 360_000_000;
const turnIds = z.array(turnId).min(1).max(200_000);

/** Sound, and listening to it against the text. */
export const soundsApi = {
  'listening.read': query<Listening>()(z.object({ transcriptId })),
  /** Looks at the file, and attaches it to the transcript; a sound that was there gives way. */
  'sounds.link': command<{ readonly soundId: SoundId }>()(
    z.object({ transcriptId, path: filePath }),
  ),
  'sounds.attach': action<{ readonly soundId: SoundId }>()(
    'sounds.attach',
    z.object({
      transcriptId,
      fileName: name(300),
      mediaType,
      bytes: z.int().min(1),
      fingerprint: sha256,
      sha256: sha256.nullable().default(null),
    }),
  ),
  'sounds.unlink': action()('sounds.unlink', z.object({ transcriptId })),
  /** Where it lies on this computer; its bytes are fetched by URL, at `sound/<soundId>`. */
  'sounds.place': command<SoundPlace>()(z.object({ soundId })),
  /** Says where the recording lies now; refuses another file than the one that is linked. */
  'sounds.find': command<SoundPlace>()(z.object({ soundId, path: filePath })),
  /** Looks for the recording where it may have gone; `missing` when it is in none of those folders. */
  'sounds.search': command<SoundPlace>()(z.object({ soundId, job })),
  /** Reads all of the file for its checksum. No step: it says what was true of the file from the start. */
  'sounds.hash': command()(z.object({ soundId, job })),
  'turns.setTime': action()(
    'turns.setTime',
    z.object({ turnId, startMs: z.int().min(0).max(mostMs).nullable() }),
  ),
  /** All times of a transcript, earlier or later by the same amount. */
  'turns.shiftTimes': action()(
    'turns.shiftTimes',
    z.object({ transcriptId, byMs: z.int().min(-mostMs).max(mostMs) }),
  ),
  'turns.listened': action()('turns.listened', z.object({ turnIds })),
  'turns.notListened': action()('turns.notListened', z.object({ turnIds })),
  /** The analyst who works here vouches for it, unless another one is named. */
  'transcripts.verify': action()(
    'transcripts.verify',
    z.object({
      transcriptId,
      date: z.iso.date(),
      analystId: analystId.optional(),
    }),
  ),
  'transcripts.unverify': action()('transcripts.unverify', z.object({ transcriptId })),
} as const;
