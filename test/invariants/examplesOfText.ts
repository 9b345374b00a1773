import { aSound } from '../support/sampleProject.ts';
import { first, last, type Examples } from './examples.ts';

/** What is done to the words that were said: set aside, listened to, corrected, replaced, taken out of sight. */
export const examplesOfText = {
  'turns.setAside': ({ turns, setAside }) => [
    { turnIds: [turns[4]!, turns[5]!], reason: 'prat' },
    { turnIds: [first(setAside)], reason: 'annat skäl' },
  ],
  'turns.takeBack': ({ setAside }) => [{ turnIds: [...setAside] }],

  'sounds.attach': ({ transcripts }) => [
    { ...aSound, transcriptId: first(transcripts) },
    { ...aSound, transcriptId: last(transcripts), fileName: 'nytt namn.wav' },
    { ...aSound, transcriptId: last(transcripts), fingerprint: 'b'.repeat(64) },
  ],
  'sounds.unlink': ({ transcripts }) => [{ transcriptId: last(transcripts) }],
  'turns.setTime': ({ turns }) => [
    { turnId: first(turns), startMs: 1250 },
    { turnId: turns.at(-6)!, startMs: 9000 },
    { turnId: turns.at(-5)!, startMs: null },
  ],
  'turns.shiftTimes': ({ transcripts }) => [
    { transcriptId: last(transcripts), byMs: 2500 },
  ],
  'turns.listened': ({ turns }) => [{ turnIds: [first(turns)] }, { turnIds: [...turns] }],
  'turns.notListened': ({ listened }) => [{ turnIds: [...listened] }],
  'transcripts.verify': ({ transcripts, analysts }) => [
    { transcriptId: first(transcripts), date: '2026-11-12' },
    { transcriptId: last(transcripts), date: '2026-11-13', analystId: last(analysts) },
  ],
  'transcripts.unverify': ({ transcripts }) => [{ transcriptId: last(transcripts) }],

  'turns.correct': ({ turns }) => [
    { turnId: turns[4]!, text: 'Alldeles nya ord.' },
    { turnId: turns[4]!, edits: [{ start: 22, end: 28, text: 'så 👩‍👩‍👧' }] },
    { turnId: turns.at(-5)!, edits: [{ start: 4, end: 4, text: 'a' }] },
  ],
  'turns.split': ({ turns, speakers, setAside }) => [
    { turnId: turns[4]!, at: 40 },
    { turnId: turns[4]!, at: 25, speaker: { speakerId: speakers[1]! } },
    { turnId: turns.at(-5)!, at: 14, speaker: { label: 'En helt ny' } },
    { turnId: last(setAside), at: 4 },
  ],
  'turns.merge': ({ turns }) => [
    { turnIds: turns.slice(3, 6) },
    { turnIds: turns.slice(-3).toReversed() },
  ],
  'turns.moveText': ({ turns }) => [
    {
      from: { turnId: turns[4]!, start: 25, end: 50 },
      to: { turnId: turns[5]!, at: 0 },
    },
    {
      from: { turnId: turns.at(-5)!, start: 0, end: 5 },
      to: { turnId: turns.at(-6)!, at: 24 },
    },
  ],
  'turns.changeSpeaker': ({ turns, speakers }) => [
    { turnIds: turns.slice(3, 5), speaker: { speakerId: first(speakers) } },
    { turnIds: [turns[4]!], speaker: { speakerId: null } },
    { turnIds: [turns[4]!], speaker: { label: 'Intervjuare 2' } },
  ],
  'turns.remove': ({ turns }) => [
    { turnIds: [turns[4]!] },
    { turnIds: turns.slice(-5) },
    { turnIds: [first(turns), turns[1]!] },
  ],
  'turns.insert': ({ turns, transcripts }) => [
    { transcriptId: first(transcripts), after: turns[4]!, text: ' Vadå? ' },
    {
      transcriptId: last(transcripts),
      after: null,
      text: 'Först av allt.',
      speaker: { label: 'I' },
    },
  ],
  'turns.replaceAll': ({ transcripts }) => [
    { words: 'jag', by: 'vi', matchCase: false },
    { words: 'ty', by: 'li', wholeWords: false, transcriptId: last(transcripts) },
  ],
  'identifiers.replace': ({ turns }) => [
    {
      words: 'Tyst',
      kind: 'capitalised',
      by: '[namn]',
      places: [{ turnId: turns.at(-5)!, start: 0, end: 4 }],
    },
    {
      words: 'väldigt tyst',
      kind: 'name',
      by: 'Tindra',
      places: [{ turnId: turns.at(-5)!, start: 6, end: 18 }],
    },
  ],
  'identifiers.leave': () => [{ words: ['Umeå', 'Tindra'] }],
  'identifiers.takeUp': () => [{ words: 'VERA' }],
  'passages.remove': ({ turns }) => [
    {
      spans: [
        { turnId: turns[4]!, start: 10, end: 80 },
        { turnId: turns[5]!, start: 0, end: 11 },
      ],
      by: '[avsnitt borttaget: hälsa]',
    },
  ],
  'passages.wait': ({ turns }) => [
    {
      spans: [
        { turnId: turns[4]!, start: 10, end: 80 },
        { turnId: turns[5]!, start: 0, end: 11 },
      ],
      reason: 'hälsa',
      deadline: '2026-07-01',
    },
  ],
  'passages.postpone': ({ passages }) => [
    { passageId: first(passages), deadline: '2026-08-01' },
  ],
  'passages.release': ({ passages }) => [{ passageId: first(passages) }],
  'passages.drop': ({ passages }) => [
    { passageId: first(passages), by: '[avsnitt borttaget]' },
  ],
  'transcripts.markPseudonymised': ({ transcripts }) => [
    { transcriptId: first(transcripts), date: '2026-03-06' },
  ],
  'transcripts.unmarkPseudonymised': ({ transcripts }) => [
    { transcriptId: transcripts[1]! },
  ],
} satisfies Partial<Examples>;
