import type { ImportNote } from '../../shared/domain/importedTranscript.ts';
import type { Say, WordKey } from '../../shared/words/words.ts';
import { useWords } from '../words.ts';

/** A note as a sentence, with the first lines it is about. */
export function sayNote(say: Say, note: ImportNote): string {
  return say(`importNote.${note.code}` as WordKey, { ...note.params, count: note.count });
}

/** What is noted of a file, each with its first places: lines, or pages where the format has no lines. */
export function NoteList({
  notes,
  format,
}: {
  readonly notes: readonly ImportNote[];
  readonly format: string;
}) {
  const { say } = useWords();
  return (
    <ul className="import-notes">
      {notes.map((note) => (
        <li key={`${note.code} ${JSON.stringify(note.params)}`}>
          {sayNote(say, note)}
          {note.lines.length > 0 && (
            <span className="ink-3">
              {' '}
              {say(format === 'pdf' ? 'import.atPages' : 'import.atLines', {
                count: note.lines.length,
                lines: note.lines.slice(0, 5).join(', ') + (note.count > 5 ? ' …' : ''),
              })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
