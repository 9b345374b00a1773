import type { Speaker, Transcript, Turn } from '../../shared/domain/transcript.ts';

/** Who says each turn; null where the source has no speaker. */
export function spokenTurns(
  transcript: Transcript,
): readonly { readonly turn: Turn; readonly speaker: Speaker | null }[] {
  const byId = new Map(transcript.speakers.map((speaker) => [speaker.id, speaker]));
  return transcript.turns.map((turn) => ({
    turn,
    speaker: turn.speakerId === null ? null : (byId.get(turn.speakerId) ?? null),
  }));
}

function asText(transcript: Transcript): string {
  return spokenTurns(transcript)
    .map(({ turn, speaker }) => (speaker ? `${speaker.label}: ${turn.text}` : turn.text))
    .join('\n\n');
}

/** `Speaker: text` with a blank line between turns, as it can be read in again; several transcripts stand under their names. */
export function transcriptsTxt(transcripts: readonly Transcript[]): Uint8Array {
  const [only] = transcripts;
  const text =
    only && transcripts.length === 1
      ? asText(only)
      : transcripts
          .map((transcript) => `# ${transcript.name}\n\n${asText(transcript)}`)
          .join('\n\n\n');
  return new TextEncoder().encode(`${text.toWellFormed()}\n`);
}

export function transcriptsJson(transcripts: readonly Transcript[]): Uint8Array {
  const plain = transcripts.map((transcript) => ({
    name: transcript.name,
    kind: transcript.kind,
    turns: spokenTurns(transcript).map(({ turn, speaker }) => ({
      speaker: speaker?.label ?? null,
      role: speaker?.role ?? null,
      startMs: turn.startMs,
      endMs: turn.endMs,
      text: turn.text,
    })),
  }));
  return new TextEncoder().encode(`${JSON.stringify(plain, null, 2)}\n`);
}
