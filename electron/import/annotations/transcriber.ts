import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { Refusal } from '../../../shared/errors.ts';
import { excerpt } from '../importNotes.ts';
import { turnsOfSpeech } from './timedSpeech.ts';
import { transcriberDocument, type TranscriberSpeech } from './transcriberDocument.ts';
import type { Reading } from '../reading.ts';

// Lines are broken anywhere in the file, and a sound in brackets has got a space on either side.
function wordsOf({ text }: TranscriberSpeech): string {
  return text
    .replace(/[ \t\n]+/g, ' ')
    .replace(/\] (?=[,.;:?!])/g, ']')
    .trim();
}

/**
 * Turns of a Transcriber file: speakers by name, overlapping turns taken apart by who speaks, sounds and comments in
 * brackets. A turn of several speakers in which nothing says who is speaking has all their names.
 */
export async function readTranscriber(
  text: string,
  reading: Reading,
): Promise<ParsedTurn[]> {
  const { file, notes } = reading;
  const document = await transcriberDocument(text, file);
  const nameOf = (id: string) => document.names.get(id) ?? id;
  const speech = document.speech
    .map((said) => {
      const speaker = said.speakers.map(nameOf).join(' + ') || null;
      const { startMs, endMs, line, turn } = said;
      return { speaker, voice: turn, startMs, endMs, line, text: wordsOf(said) };
    })
    .filter((said) => said.text !== '');
  if (speech.length === 0)
    throw new Refusal('import.nothingSaid', { file, kind: 'Transcriber' }, { file });
  notes.changed({ code: 'soundsInText', count: document.inText });
  notes.changed({ code: 'marksLeftOut', count: document.leftOut });
  for (const { line, text: written } of document.garbled)
    notes.warn({ code: 'timeGarbled', params: { text: excerpt(written) }, line });
  return turnsOfSpeech(speech, reading);
}
