import enAnalysis from './en/analysis.json' with { type: 'json' };
import enBoard from './en/board.json' with { type: 'json' };
import enCli from './en/cli.json' with { type: 'json' };
import enCommand from './en/command.json' with { type: 'json' };
import enExport from './en/export.json' with { type: 'json' };
import enFinding from './en/finding.json' with { type: 'json' };
import enHistory from './en/history.json' with { type: 'json' };
import enImport from './en/import.json' with { type: 'json' };
import enImportNote from './en/importNote.json' with { type: 'json' };
import enInspector from './en/inspector.json' with { type: 'json' };
import enMenu from './en/menu.json' with { type: 'json' };
import enNewProject from './en/newProject.json' with { type: 'json' };
import enOverview from './en/overview.json' with { type: 'json' };
import enParticipants from './en/participants.json' with { type: 'json' };
import enProblem from './en/problem.json' with { type: 'json' };
import enProgress from './en/progress.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enShell from './en/shell.json' with { type: 'json' };
import enStart from './en/start.json' with { type: 'json' };
import enStep from './en/step.json' with { type: 'json' };
import enTable from './en/table.json' with { type: 'json' };
import enThemes from './en/themes.json' with { type: 'json' };
import enTranscript from './en/transcript.json' with { type: 'json' };
import enTranscripts from './en/transcripts.json' with { type: 'json' };
import enWelcome from './en/welcome.json' with { type: 'json' };
import svAnalysis from './sv/analysis.json' with { type: 'json' };
import svBoard from './sv/board.json' with { type: 'json' };
import svCli from './sv/cli.json' with { type: 'json' };
import svCommand from './sv/command.json' with { type: 'json' };
import svExport from './sv/export.json' with { type: 'json' };
import svFinding from './sv/finding.json' with { type: 'json' };
import svHistory from './sv/history.json' with { type: 'json' };
import svImport from './sv/import.json' with { type: 'json' };
import svImportNote from './sv/importNote.json' with { type: 'json' };
import svInspector from './sv/inspector.json' with { type: 'json' };
import svMenu from './sv/menu.json' with { type: 'json' };
import svNewProject from './sv/newProject.json' with { type: 'json' };
import svOverview from './sv/overview.json' with { type: 'json' };
import svParticipants from './sv/participants.json' with { type: 'json' };
import svProblem from './sv/problem.json' with { type: 'json' };
import svProgress from './sv/progress.json' with { type: 'json' };
import svSettings from './sv/settings.json' with { type: 'json' };
import svShell from './sv/shell.json' with { type: 'json' };
import svStart from './sv/start.json' with { type: 'json' };
import svStep from './sv/step.json' with { type: 'json' };
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
    export: svExport,
    finding: svFinding,
    history: svHistory,
    import: svImport,
    importNote: svImportNote,
    inspector: svInspector,
    menu: svMenu,
    newProject: svNewProject,
    overview: svOverview,
    participants: svParticipants,
    problem: svProblem,
    progress: svProgress,
    settings: svSettings,
    shell: svShell,
    start: svStart,
    step: svStep,
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
    export: enExport,
    finding: enFinding,
    history: enHistory,
    import: enImport,
    importNote: enImportNote,
    inspector: enInspector,
    menu: enMenu,
    newProject: enNewProject,
    overview: enOverview,
    participants: enParticipants,
    problem: enProblem,
    progress: enProgress,
    settings: enSettings,
    shell: enShell,
    start: enStart,
    step: enStep,
    table: enTable,
    themes: enThemes,
    transcript: enTranscript,
    transcripts: enTranscripts,
    welcome: enWelcome,
  },
} as const;
