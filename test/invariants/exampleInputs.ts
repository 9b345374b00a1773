import { interview } from '../support/sampleProject.ts';
import { first, last, type Examples } from './examples.ts';
import { examplesOfText } from './examplesOfText.ts';

/** Inputs that change the sample project, at least one for every action of the contract. */
export const exampleInputs: Examples = {
  'project.describe': () => [
    { title: 'Nytt namn', researchQuestions: ['Ny fråga', 'En till'] },
    { aim: 'Nytt syfte', approach: 'deductive', content: 'latent', hasThemes: false },
  ],
  'project.setLevels': () => [
    { levelPreset: 'EK08', levelNames: ['Under', 'Generisk', 'Huvud'], hasThemes: false },
  ],
  'project.setReading': () => [{ lineLength: 80, colourLevel: 2 }],
  'analysts.add': () => [{ name: 'Ny Analytiker' }],
  'analysts.rename': ({ analysts }) => [
    { analystId: first(analysts), name: 'Annat Namn' },
  ],

  'transcripts.import': () => [
    { ...interview, turns: [...interview.turns], speakers: [...interview.speakers] },
  ],
  'transcripts.renew': ({ transcripts }) => [
    {
      transcriptId: last(transcripts),
      turns: [...interview.turns],
      report: interview.report,
    },
    {
      transcriptId: first(transcripts),
      turns: [
        { speaker: 'Ny', startMs: 5, endMs: null, text: 'Alldeles andra ord.' },
        { speaker: null, startMs: null, endMs: null, text: 'Samma här.' },
      ],
      report: interview.report,
    },
  ],
  'transcripts.passCoverage': ({ transcripts }) =>
    transcripts.map((transcriptId) => ({ transcriptId })),
  'transcripts.describe': ({ transcripts }) => [
    {
      transcriptId: first(transcripts),
      name: 'FG ett',
      date: '2026-01-02',
      place: null,
      minutes: 12,
    },
  ],
  'transcripts.move': ({ transcripts }) => [
    { transcriptId: last(transcripts), after: null },
  ],
  'transcripts.remove': ({ transcripts }) =>
    transcripts.map((transcriptId) => ({ transcriptId })),
  'speakers.rename': ({ speakers }) => [{ speakerId: first(speakers), label: 'Ledaren' }],
  'speakers.assign': ({ speakers, participants }) => [
    { speakerId: first(speakers), role: 'participant', pseudonym: 'P9' },
    { speakerId: speakers[1]!, role: 'observer' },
    { speakerId: speakers[2]!, role: 'participant', participantId: last(participants) },
  ],
  'participants.add': () => [{ pseudonym: 'P7' }],
  'participants.rename': ({ participants }) => [
    { participantId: first(participants), pseudonym: 'Deltagare 1' },
  ],
  'participants.remove': ({ participants }) => [{ participantId: first(participants) }],
  'attributes.add': () => [
    { name: 'Kommun' },
    { name: 'Kön', type: 'choice', allowed: ['kvinna', 'man', 'Kvinna', ''] },
  ],
  'attributes.describe': ({ attributes }) => [
    { attributeId: first(attributes), name: 'Uppgift', isHidden: true },
    { attributeId: first(attributes), type: 'text' },
    { attributeId: last(attributes), type: 'choice' },
    { attributeId: first(attributes), allowed: ['egen SIP', 'granne', 'anhörig'] },
  ],
  'attributes.move': ({ attributes }) => [
    { attributeId: last(attributes), after: null },
    { attributeId: first(attributes), after: last(attributes) },
  ],
  'attributes.mergeValues': ({ attributes }) => [
    { attributeId: first(attributes), values: ['granne', 'anhörig'], into: 'närstående' },
    { attributeId: last(attributes), values: ['runt 50'], into: '50' },
  ],
  'attributes.remove': ({ attributes }) => [{ attributeId: first(attributes) }],
  'participants.fill': ({ attributes, participants }) => [
    {
      rows: [
        {
          participantId: last(participants),
          cells: [{ attributeId: first(attributes), value: 'god man' }],
        },
      ],
      isAllowing: true,
    },
    {
      newAttributes: [{ name: 'Start', type: 'date' }],
      rows: [
        {
          participantId: first(participants),
          pseudonym: 'Astrid',
          cells: [
            { attribute: 'start', value: '20260102' },
            { attribute: 'ålder', value: '' },
          ],
        },
        { pseudonym: 'Ny person', cells: [] },
      ],
    },
  ],
  'consents.record': ({ participants }) => [
    { participantIds: [...participants], informationVersion: '3', mayArchive: true },
    { participantIds: [last(participants)], status: 'declined', date: null },
  ],
  'consents.withdraw': ({ participants }) => [
    { participantId: first(participants), date: '2026-05-04' },
    { participantId: last(participants), date: '2026-05-04', reason: 'flyttat' },
  ],
  'consents.withdrawQuotes': ({ participants }) => [
    { participantId: participants[0]!, date: '2026-04-02', reason: 'citaten känns fel' },
  ],
  'consents.takeBack': ({ participants }) => [{ participantId: participants[1]! }],
  'speakers.renameEverywhere': ({ speakers }) => [
    { speakerIds: [first(speakers), last(speakers)], label: 'Nytt namn' },
  ],
  ...examplesOfText,

  'reviews.accept': ({ inDoubt }) => [{ unitIds: [...inDoubt] }],

  'meaningUnits.mark': ({ turns }) => [
    { spans: [{ turnId: turns[6]!, start: 0, end: 22 }] },
    {
      spans: [
        { turnId: turns[7]!, start: 3, end: 9 },
        { turnId: turns[7]!, start: 20, end: 40 },
        { turnId: turns[10]!, start: 0, end: 12 },
      ],
    },
  ],
  'meaningUnits.markEach': ({ turns }) => [
    {
      places: [
        { turnId: turns[6]!, start: 0, end: 8 },
        { turnId: turns[7]!, start: 3, end: 9 },
        { turnId: turns[7]!, start: 3, end: 9 },
      ],
    },
    { places: [{ turnId: turns[6]!, start: 0, end: 8 }] },
  ],
  'meaningUnits.addSpans': ({ units, turns }) => [
    { unitId: first(units), spans: [{ turnId: turns[9]!, start: 0, end: 20 }] },
  ],
  'meaningUnits.resize': ({ units, turns }) => [
    { unitId: first(units), spans: [{ turnId: turns[4]!, start: 3, end: 21 }] },
    { unitId: last(units), spans: [{ turnId: turns[4]!, start: 30, end: 66 }] },
  ],
  'meaningUnits.retire': ({ units }) => [
    { unitIds: [units[0]!, units[5]!], reason: 'dubblett' },
  ],
  'meaningUnits.restore': ({ retired }) => [{ unitIds: [...retired] }],
  'meaningUnits.star': ({ units }) => [
    { unitIds: units.slice(2, 5), isQuotable: true },
    { unitIds: [first(units)], isQuotable: false },
  ],
  'meaningUnits.condense': ({ units }) => [
    { unitId: first(units), text: 'Kortare' },
    { unitId: last(units), text: 'Ny' },
    { unitId: first(units), text: '' },
  ],
  'meaningUnits.interpret': ({ units }) => [{ unitId: first(units), text: 'Under ytan' }],
  'meaningUnits.code': ({ units, codes }) => [
    { unitIds: units.slice(0, 3), codeIds: [last(codes), codes[3]!] },
    { unitIds: [first(units)], create: [{ name: 'alldeles ny', definition: 'ny' }] },
  ],
  'meaningUnits.uncode': ({ units, codes }) => [
    { unitIds: [...units], codeId: first(codes) },
  ],

  'codes.create': ({ categories }) => [
    { name: 'ny kod' },
    { name: 'ny placerad', definition: 'd', categoryId: first(categories) },
  ],
  'codes.rename': ({ codes }) => [{ codeId: first(codes), name: 'annat namn' }],
  'codes.describe': ({ codes }) => [
    {
      codeId: first(codes),
      definition: 'D',
      inclusion: 'I',
      exclusion: 'E',
      origin: 'theory',
    },
  ],
  'codes.colour': ({ codes }) => [{ codeId: first(codes), colour: 3 }],
  'codes.move': ({ codes, categories }) => [
    { codeIds: codes.slice(0, 6), categoryId: last(categories) },
    { codeIds: codes.slice(0, 6), categoryId: null, after: null },
    {
      codeIds: [codes[4]!, codes[2]!],
      categoryId: first(categories),
      after: first(codes),
    },
  ],
  'codes.merge': ({ codes }) => [
    { into: first(codes), from: codes.slice(1, 4) },
    { into: last(codes), from: codes.slice(-3, -1), name: 'sammanslagen' },
  ],
  'codes.split': ({ codes, units }) => [
    { codeId: first(codes), unitIds: [...units], name: 'avdelad' },
  ],
  'codes.remove': ({ codes }) => [{ codeIds: [codes[0]!, codes.at(-3)!, codes.at(-2)!] }],

  'categories.create': ({ categories, codes }) => [
    { name: 'Ny huvudkategori', depth: 2, after: last(categories) },
    {
      name: 'Ny samling',
      depth: 2,
      codeIds: codes.slice(0, 3),
      categoryIds: categories.slice(0, 2),
    },
    { name: 'Ny under', depth: 1, parentId: last(categories), after: null },
  ],
  'categories.rename': ({ categories }) => [
    { categoryId: first(categories), name: 'Annan' },
  ],
  'categories.describe': ({ categories }) => [
    { categoryId: first(categories), definition: 'D', inclusion: 'I', exclusion: 'E' },
  ],
  'categories.colour': ({ categories }) => [{ categoryId: first(categories), colour: 4 }],
  'categories.move': ({ categories }) => [
    { categoryIds: categories.slice(0, 3), parentId: last(categories), after: null },
    { categoryIds: [first(categories)], parentId: null },
    { categoryIds: [last(categories)], parentId: null, after: null },
  ],
  'categories.dissolve': ({ categories }) => [
    { categoryId: first(categories) },
    { categoryId: last(categories) },
  ],

  'themes.create': ({ themes }) => [
    { name: 'Nytt tema' },
    { name: 'Nytt deltema', parentId: first(themes) },
  ],
  'themes.rename': ({ themes }) => [{ themeId: first(themes), name: 'Annat tema' }],
  'themes.move': ({ themes }) => [
    { themeId: last(themes), parentId: null, after: null },
    { themeId: last(themes), parentId: first(themes) },
  ],
  'themes.link': ({ themes, units, codes, categories }) => [
    {
      themeId: themes[1]!,
      unitIds: units.slice(0, 2),
      codeIds: codes.slice(4, 6),
      categoryIds: categories.slice(0, 1),
    },
  ],
  'themes.unlink': ({ themes, units, categories }) => [
    { themeId: first(themes), unitIds: [...units], categoryIds: [...categories] },
  ],
  'themes.remove': ({ themes }) => themes.map((themeId) => ({ themeId })),
  'memos.write': ({ memos, codes, transcripts }) => [
    { text: 'Om projektet' },
    { text: 'Om koden', codeId: first(codes) },
    { memoId: first(memos), text: 'Nya ord' },
    { transcriptId: first(transcripts), kind: 'reading', text: 'Läst i ett svep.' },
  ],
  'memos.remove': ({ memos }) => memos.map((memoId) => ({ memoId })),

  'guide.newVersion': () => [{}],
  'guide.use': ({ transcripts, guideVersions }) => [
    { transcriptId: first(transcripts), versionId: last(guideVersions) },
    { transcriptId: last(transcripts), versionId: first(guideVersions) },
  ],
  'questions.add': ({ guideVersions, questions }) => [
    { questions: [{ text: 'Hur gick det sedan?' }, { text: 'Annat?', kind: 'closing' }] },
    { questions: [{ text: 'Och då?' }], versionId: first(guideVersions) },
    { questions: [{ text: 'Däremellan?' }], after: first(questions) },
  ],
  'questions.leaveOut': ({ questions, guideVersions }) => [
    { questionId: first(questions), versionId: first(guideVersions) },
    { questionId: first(questions), versionId: last(guideVersions) },
  ],
  'questions.takeIn': ({ questions, guideVersions }) => [
    { questionId: questions[1]!, versionId: last(guideVersions) },
    { questionId: last(questions), versionId: first(guideVersions) },
  ],
  'summaries.write': ({ questions, transcripts }) => [
    { questionId: last(questions), transcriptId: first(transcripts), text: 'Kort' },
    { questionId: first(questions), transcriptId: first(transcripts), text: 'Annat' },
    { questionId: first(questions), transcriptId: null, text: '' },
  ],
  'questions.reword': ({ questions, guideVersions }) => [
    { questionId: first(questions), versionId: first(guideVersions), text: 'Nya ord?' },
    { questionId: last(questions), versionId: last(guideVersions), text: 'Andra ord?' },
  ],
  'questions.describe': ({ questions }) => [
    {
      questionId: first(questions),
      kind: 'background',
      contentArea: 'Vardag',
      developmentArea: 'Stöd',
    },
  ],
  'questions.move': ({ questions }) => [
    { questionId: last(questions), after: null },
    { questionId: first(questions), after: last(questions) },
  ],
  'questions.remove': ({ questions }) => questions.map((questionId) => ({ questionId })),
  'questions.begin': ({ turns, questions, apart, rejected, borders }) => [
    {
      borders: [
        { turnId: turns[7]!, questionId: last(questions) },
        { turnId: turns[9]!, questionId: null },
      ],
    },
    { borders: [{ turnId: first(apart), questionId: first(questions) }] },
    { borders: [{ turnId: first(rejected), questionId: first(questions) }] },
    { borders: [{ turnId: first(borders), questionId: null }] },
  ],
  'questions.moveBorder': ({ borders, turns }) => [
    { turnId: turns[0]!, to: turns[2]! },
    { turnId: turns[5]!, to: turns[12]! },
    {
      turnId: last(borders),
      to: last(borders) === turns.at(-1) ? turns.at(-2)! : turns.at(-1)!,
    },
  ],
  'questions.removeBorders': ({ borders }) => [{ turnIds: [...borders] }],
  'questions.reject': ({ turns }) => [{ turnIds: [turns[8]!, turns[11]!] }],
  'questions.setApart': ({ turns, questions, apart }) => [
    { turnIds: [turns[6]!, turns[7]!], questionId: first(questions) },
    { turnIds: [first(apart)], questionId: null },
  ],
  'questions.putBack': ({ apart }) => [{ turnIds: [...apart] }],

  'analysisTable.edit': ({ units }) => [
    {
      cells: [
        { unitId: units[0]!, column: 'condensed', value: 'Ändrad' },
        { unitId: units[1]!, column: 'condensed', value: '' },
        { unitId: units[0]!, column: 'interpretation', value: 'Tolkad' },
        { unitId: units[2]!, column: 'code', value: 'en; två ; Utebliven Förklaring' },
        { unitId: units[3]!, column: 'code', value: '' },
        { unitId: units[4]!, column: 'category', depth: 1, value: 'Självvalt stöd' },
        { unitId: units[4]!, column: 'category', depth: 2, value: 'En ny huvudkategori' },
        { unitId: units[6]!, column: 'category', depth: 2, value: '' },
        { unitId: units[7]!, column: 'theme', value: 'Ensamhet; Ett till' },
        { unitId: units[12]!, column: 'theme', value: '' },
      ],
    },
  ],

  'analyses.takeIn': ({ turns }) => [
    {
      units: [
        {
          spans: [{ turnId: turns[7]!, start: 3, end: 9 }],
          condensed: 'Kort',
          interpretation: 'Tolkat',
          codes: [
            { name: 'ny kod', path: ['Ny underkategori', 'Ny huvudkategori'] },
            { name: 'utebliven förklaring', path: ['Annanstans', null] },
            { name: 'utan plats' },
          ],
          themes: ['Ett nytt tema'],
        },
        {
          spans: [{ turnId: turns[10]!, start: 0, end: 12 }],
          codes: [{ name: 'Ny Kod', path: [null, null] }],
          themes: ['ett nytt tema'],
          review: { text: 'Andra ord', turnId: turns[10]!, turnLabel: 'r11' },
        },
      ],
    },
  ],
};
