import enAnalysis from './en/analysis.json' with { type: 'json' };
import enBoard from './en/board.json' with { type: 'json' };
import enCli from './en/cli.json' with { type: 'json' };
import enCommand from './en/command.json' with { type: 'json' };
import enCorrecting from './en/correcting.json' with { type: 'json' };
import enCoverage from './en/coverage.json' with { type: 'json' };
import enExport from './en/export.json' with { type: 'json' };
import enFinding from './en/finding.json' with { type: 'json' };
import enHistory from './en/history.json' with { type: 'json' };
import enImport from './en/import.json' with { type: 'json' };
import enImportNote from './en/importNote.json' with { type: 'json' };
import enInspector from './en/inspector.json' with { type: 'json' };
import enMenu from './en/menu.json' with { type: 'json' };
import enNewProject from './en/newProject.json' with { type: 'json' };
import enNewVersion from './en/newVersion.json' with { type: 'json' };
import enOverview from './en/overview.json' with { type: 'json' };
import enParticipants from './en/participants.json' with { type: 'json' };
import enPeople from './en/people.json' with { type: 'json' };
import enProblem from './en/problem.json' with { type: 'json' };
import enProgress from './en/progress.json' with { type: 'json' };
import enPseudonyms from './en/pseudonyms.json' with { type: 'json' };
import enQuestions from './en/questions.json' with { type: 'json' };
import enSearch from './en/search.json' with { type: 'json' };
import enReplacing from './en/replacing.json' with { type: 'json' };
import enReview from './en/review.json' with { type: 'json' };
import enReadingLog from './en/readingLog.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enShell from './en/shell.json' with { type: 'json' };
import enSound from './en/sound.json' with { type: 'json' };
import enStart from './en/start.json' with { type: 'json' };
import enStep from './en/step.json' with { type: 'json' };
import enSurvey from './en/survey.json' with { type: 'json' };
import enTable from './en/table.json' with { type: 'json' };
import enThemes from './en/themes.json' with { type: 'json' };
import enTranscript from './en/transcript.json' with { type: 'json' };
import enTranscripts from './en/transcripts.json' with { type: 'json' };
import enWelcome from './en/welcome.json' with { type: 'json' };
import svAnalysis from './sv/analysis.json' with { type: 'json' };
import svBoard from './sv/board.json' with { type: 'json' };
import svCli from './sv/cli.json' with { type: 'json' };
import svCommand from './sv/command.json' with { type: 'json' };
import svCorrecting from './sv/correcting.json' with { type: 'json' };
import svCoverage from './sv/coverage.json' with { type: 'json' };
import svExport from './sv/export.json' with { type: 'json' };
import svFinding from './sv/finding.json' with { type: 'json' };
import svHistory from './sv/history.json' with { type: 'json' };
import svImport from './sv/import.json' with { type: 'json' };
import svImportNote from './sv/importNote.json' with { type: 'json' };
import svInspector from './sv/inspector.json' with { type: 'json' };
import svMenu from './sv/menu.json' with { type: 'json' };
import svNewProject from './sv/newProject.json' with { type: 'json' };
import svNewVersion from './sv/newVersion.json' with { type: 'json' };
import svOverview from './sv/overview.json' with { type: 'json' };
import svParticipants from './sv/participants.json' with { type: 'json' };
import svPeople from './sv/people.json' with { type: 'json' };
import svProblem from './sv/problem.json' with { type: 'json' };
import svProgress from './sv/progress.json' with { type: 'json' };
import svPseudonyms from './sv/pseudonyms.json' with { type: 'json' };
import svQuestions from './sv/questions.json' with { type: 'json' };
import svSearch from './sv/search.json' with { type: 'json' };
import svReplacing from './sv/replacing.json' with { type: 'json' };
import svReview from './sv/review.json' with { type: 'json' };
import svReadingLog from './sv/readingLog.json' with { type: 'json' };
import svSettings from './sv/settings.json' with { type: 'json' };
import svShell from './sv/shell.json' with { type: 'json' };
import svSound from './sv/sound.json' with { type: 'json' };
import svStart from './sv/start.json' with { type: 'json' };
import svStep from './sv/step.json' with { type: 'json' };
import svSurvey from './sv/survey.json' with { type: 'json' };
import svTable from './sv/table.json' with { type: 'json' };
import svThemes from './sv/themes.json' with { type: 'json' };
import svTranscript from './sv/transcript.json' with { type: 'json' };
import svTranscripts from './sv/transcripts.json' with { type: 'json' };
import svWelcome from './sv/welcome.json' with { type: 'json' };

/** One room of words per area of the app; a key is `<room>.<name>`. Swedish is the pattern that English must match. */
export const rooms = {
  sv: {
    analysis: svAnalysis,
    board: svBoard,
    cli: svCli,
    command: svCommand,
    correcting: svCorrecting,
    coverage: svCoverage,
    export: svExport,
    finding: svFinding,
    history: svHistory,
    import: svImport,
    importNote: svImportNote,
    inspector: svInspector,
    menu: svMenu,
    newProject: svNewProject,
    newVersion: svNewVersion,
    overview: svOverview,
    participants: svParticipants,
    people: svPeople,
    problem: svProblem,
    progress: svProgress,
    pseudonyms: svPseudonyms,
    questions: svQuestions,
    search: svSearch,
    replacing: svReplacing,
    review: svReview,
    readingLog: svReadingLog,
    settings: svSettings,
    shell: svShell,
    sound: svSound,
    start: svStart,
    step: svStep,
    survey: svSurvey,
    table: svTable,
    themes: svThemes,
    transcript: svTranscript,
    transcripts: svTranscripts,
    welcome: svWelcome,
  },
  en: {
    analysis: enAnalysis,
    board: enBoard,
    cli: enCli,
    command: enCommand,
    correcting: enCorrecting,
    coverage: enCoverage,
    export: enExport,
    finding: enFinding,
    history: enHistory,
    import: enImport,
    importNote: enImportNote,
    inspector: enInspector,
    menu: enMenu,
    newProject: enNewProject,
    newVersion: enNewVersion,
    overview: enOverview,
    participants: enParticipants,
    people: enPeople,
    problem: enProblem,
    progress: enProgress,
    pseudonyms: enPseudonyms,
    questions: enQuestions,
    search: enSearch,
    replacing: enReplacing,
    review: enReview,
    readingLog: enReadingLog,
    settings: enSettings,
    shell: enShell,
    sound: enSound,
    start: enStart,
    step: enStep,
    survey: enSurvey,
    table: enTable,
    themes: enThemes,
    transcript: enTranscript,
    transcripts: enTranscripts,
    welcome: enWelcome,
  },
} as const;
