import { useApi } from '../api.ts';
import { sayWhen, useWords } from '../words.ts';

const mostShown = 5;

/** The latest entries of the reading log; all of them stand with each transcript. */
export function LatestReadings() {
  const { say, language } = useWords();
  const readings = useApi('memos.readingLog', {}).data ?? [];
  return (
    <section className="overview-part" aria-label={say('readingLog.title')}>
      <h2 className="overview-heading">{say('readingLog.title')}</h2>
      {readings.length === 0 && <p className="ink-2">{say('readingLog.empty')}</p>}
      <ul className="overview-readings">
        {readings.slice(0, mostShown).map((reading) => (
          <li key={reading.id}>
            <p className="memo-words">{reading.text}</p>
            <p className="type-s ink-2">
              {[
                reading.transcriptName,
                reading.author,
                sayWhen(language, reading.createdAt),
              ]
                .filter(Boolean)
                .join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
