import type { ApiName, NameOf, Output, Parsed } from '../shared/api.ts';
import * as backups from './commands/backups.ts';
import * as codeKey from './commands/codeKey.ts';
import * as folders from './commands/folders.ts';
import { countWords, findWords, hitsToMark, markAllHits } from './commands/search.ts';
import * as identifiers from './commands/identifiers.ts';
import * as opening from './commands/projects.ts';
import * as settings from './commands/settings.ts';
import * as hearing from './commands/sounds.ts';
import * as stepping from './commands/steps.ts';
import { passCoverage } from './project/coverage.ts';
import { answersTo } from './project/questions/answers.ts';
import { editTable } from './project/analysisTable/analysisTableEdit.ts';
import { analysisRows, placeOfUnit } from './project/analysisTable/analysisTable.ts';
import * as attributes from './project/people/attributes.ts';
import * as categories from './project/categories.ts';
import { changedTurns } from './project/steps/changedTurns.ts';
import * as codes from './project/codes.ts';
import * as codings from './project/codings.ts';
import * as guide from './project/questions/guide.ts';
import * as guideVersions from './project/questions/guideVersions.ts';
import * as consents from './project/people/consents.ts';
import { fillParticipants } from './project/people/fillParticipants.ts';
import type { ReadableProject, WritableProject } from './project/handle.ts';
import * as history from './project/steps/history.ts';
import { importReports } from './project/importReports.ts';
import * as listening from './project/listening.ts';
import * as leftWords from './project/privacy/leftWords.ts';
import * as markedUnits from './project/markedUnits.ts';
import * as meaningUnits from './project/meaningUnits.ts';
import * as memos from './project/memos.ts';
import { renewTranscript } from './project/turns/newVersions.ts';
import * as participants from './project/people/participants.ts';
import * as projects from './project/projects.ts';
import { withheldPeople } from './project/privacy/quotable.ts';
import * as questions from './project/questions/questionBorders.ts';
import * as pseudonymisations from './project/privacy/pseudonymisations.ts';
import * as summaries from './project/questions/summaries.ts';
import * as pseudonymising from './project/privacy/pseudonymising.ts';
import * as removed from './project/steps/removed.ts';
import { replaceWords } from './commands/replacing.ts';
import {
  findPlaces,
  foreseeReplacing,
  replaceThroughout,
} from './project/turns/replacing.ts';
import { speakersHeard } from './project/search/searchTurns.ts';
import * as reviews from './project/turns/reviews.ts';
import * as sounds from './project/sounds.ts';
import * as speakersAlike from './project/people/speakersAlike.ts';
import { projectStats } from './project/stats.ts';
import { takeInAnalysis } from './project/takeInAnalysis.ts';
import * as themes from './project/themes.ts';
import * as transcripts from './project/transcripts.ts';
import * as turns from './project/turns/turns.ts';
import * as turnTimes from './project/turns/turnTimes.ts';
import * as waitingList from './project/privacy/waitingList.ts';
import * as waitingPassages from './project/privacy/waitingPassages.ts';
import type { SessionContext } from './session.ts';

/** A query cannot write and an action only writes inside its step: the handles say so to the compiler. */
type Handlers = {
  readonly [Name in NameOf<'query'>]: (
    project: ReadableProject,
    input: Parsed<Name>,
  ) => Output<Name>;
} & {
  readonly [Name in NameOf<'action'>]: (
    project: WritableProject,
    input: Parsed<Name>,
  ) => Output<Name> | void;
} & {
  readonly [Name in NameOf<'command'>]: (
    context: SessionContext,
    input: Parsed<Name>,
  ) => Output<Name> | Promise<Output<Name>> | void | Promise<void>;
};

// Format libraries are large: they are loaded when a file is first read or written, not when the app starts.
const importing = () => import('./commands/imports.ts');
const exporting = () => import('./commands/exports.ts');
const surveying = () => import('./commands/surveys.ts');
const analysing = () => import('./commands/analyses.ts');

/** What the door sees of a handler once name and input have been matched. */
export type AnyHandler = (on: unknown, input: unknown) => unknown;

const table = {
  'app.info': settings.appInfo,
  'settings.get': settings.getSettings,
  'settings.change': settings.changeSettings,
  'recent.list': settings.recentProjects,
  'recent.remove': settings.removeRecent,
  'folders.list': folders.listFolder,
  'folders.make': folders.makeFolder,
  'jobs.cancel': stepping.cancelJob,
  'backups.list': backups.listBackups,
  'backups.make': backups.makeBackup,
  'backups.remove': backups.removeBackups,
  'backups.restore': backups.restoreBackup,

  'project.create': opening.createProject,
  'project.openExample': opening.openExample,
  'project.open': opening.openProjectAt,
  'project.takeOver': opening.takeOver,
  'project.close': opening.closeProject,
  'project.state': opening.projectState,
  'project.saveCopy': opening.saveCopy,
  'project.check': opening.checkOpenProject,
  'project.stats': projectStats,
  'project.read': projects.readProject,
  'project.describe': projects.describeProject,
  'project.setLevels': projects.setLevels,
  'project.setReading': projects.setReading,
  'analysts.add': projects.addAnalyst,
  'analysts.rename': projects.renameAnalyst,
  'analysts.be': opening.beAnalyst,
  'steps.history': history.history,
  'steps.changes': history.changesOfStep,
  'steps.undo': stepping.undo,
  'steps.redo': stepping.redo,
  'steps.goTo': stepping.goTo,

  'imports.stage': async (context, input) =>
    (await importing()).stageFile(context, input),
  'imports.preview': async (context, input) =>
    (await importing()).previewImport(context, input),
  'imports.source': async (context, input) =>
    (await importing()).importSource(context, input),
  'imports.run': async (context, input) => (await importing()).runImport(context, input),
  'imports.compare': async (context, input) =>
    (await importing()).compareImport(context, input),
  'imports.renew': async (context, input) =>
    (await importing()).renewImport(context, input),
  'imports.discard': async (context, input) =>
    (await importing()).discardFiles(context, input),
  'imports.reports': importReports,
  'transcripts.import': transcripts.importTranscript,
  'transcripts.renew': renewTranscript,
  'transcripts.list': transcripts.transcripts,
  'transcripts.read': transcripts.readTranscript,
  'transcripts.describe': transcripts.describeTranscript,
  'transcripts.move': transcripts.moveTranscript,
  'transcripts.remove': transcripts.removeTranscript,
  'transcripts.removed': removed.removedTranscripts,
  'transcripts.forget': stepping.forgetTranscript,
  'speakers.inUnits': participants.speakersInUnits,
  'speakers.rename': participants.renameSpeaker,
  'speakers.assign': participants.assignSpeaker,
  'participants.list': participants.participants,
  'participants.add': participants.addParticipant,
  'participants.rename': participants.renameParticipant,
  'participants.remove': participants.removeParticipant,
  'participants.removed': removed.removedParticipants,
  'participants.forget': stepping.forgetParticipant,
  'transcripts.passCoverage': passCoverage,
  'tables.preview': async (context, input) =>
    (await surveying()).previewTable(context, input),
  'surveys.run': async (context, input) => (await surveying()).runSurvey(context, input),
  'attributes.list': attributes.usedAttributes,
  'attributes.values': attributes.attributeValues,
  'attributes.add': attributes.addAttribute,
  'attributes.describe': attributes.describeAttribute,
  'attributes.move': attributes.moveAttribute,
  'attributes.mergeValues': attributes.mergeValues,
  'attributes.remove': attributes.removeAttribute,
  'participants.fill': fillParticipants,
  'participants.said': speakersAlike.saidBy,
  'consents.list': consents.consents,
  'consents.record': consents.recordConsent,
  'consents.withdraw': consents.withdrawConsent,
  'consents.withdrawQuotes': consents.withdrawQuotes,
  'consents.takeBack': consents.takeBackWithdrawal,
  'speakers.alike': speakersAlike.speakersAlike,
  'speakers.renameEverywhere': speakersAlike.renameSpeakersEverywhere,
  'turns.setAside': transcripts.setTurnsAside,
  'turns.takeBack': transcripts.takeTurnsBack,
  'turns.setAsides': transcripts.setAsides,
  'turns.correct': turns.correctTurn,
  'turns.split': turns.splitTurnInTwo,
  'turns.merge': turns.mergeTurnsToOne,
  'turns.moveText': turns.moveWords,
  'turns.changeSpeaker': turns.changeSpeaker,
  'turns.remove': turns.removeTurns,
  'turns.insert': turns.insertTurn,
  'turns.changed': changedTurns,
  'turns.places': findPlaces,
  'turns.foreseen': foreseeReplacing,
  'turns.replaceAll': replaceThroughout,
  'turns.replace': replaceWords,
  'identifiers.find': identifiers.findIdentifiers,
  'identifiers.places': identifiers.placesOfIdentifier,
  'identifiers.replace': pseudonymising.replaceIdentifier,
  'identifiers.leave': leftWords.leaveIdentifiers,
  'identifiers.takeUp': leftWords.takeUpIdentifier,
  'transcripts.markPseudonymised': pseudonymisations.markPseudonymised,
  'transcripts.unmarkPseudonymised': pseudonymisations.unmarkPseudonymised,
  'passages.remove': pseudonymising.removePassage,
  'passages.wait': waitingPassages.letPassageWait,
  'passages.waiting': waitingList.waitingPassages,
  'passages.words': waitingList.wordsOfPassage,
  'passages.postpone': waitingPassages.postponePassage,
  'passages.release': waitingPassages.releasePassage,
  'passages.drop': waitingPassages.dropPassage,
  'identifiers.oldWords': pseudonymising.oldWordsFacts,
  'identifiers.forgetOldWords': identifiers.forgetOldWords,
  'codeKey.state': codeKey.codeKeyState,
  'codeKey.create': codeKey.createCodeKey,
  'codeKey.open': codeKey.openCodeKey,
  'codeKey.set': codeKey.setCodeKey,
  'codeKey.close': codeKey.closeCodeKey,
  'reviews.list': reviews.reviews,
  'reviews.accept': reviews.acceptReviews,

  'listening.read': listening.listening,
  'sounds.link': hearing.linkSound,
  'sounds.attach': sounds.attachSound,
  'sounds.unlink': sounds.unlinkSound,
  'sounds.place': hearing.placeOfSound,
  'sounds.find': hearing.findSound,
  'sounds.search': hearing.searchSound,
  'sounds.hash': hearing.hashSound,
  'turns.setTime': turnTimes.setTurnTime,
  'turns.shiftTimes': turnTimes.shiftTurnTimes,
  'turns.listened': listening.markListened,
  'turns.notListened': listening.markNotListened,
  'transcripts.verify': listening.verifyTranscript,
  'transcripts.unverify': listening.unverifyTranscript,

  'meaningUnits.ofTranscript': markedUnits.unitsOfTranscript,
  'meaningUnits.changed': markedUnits.changedUnits,
  'meaningUnits.read': meaningUnits.readUnit,
  'meaningUnits.retired': meaningUnits.retiredUnits,
  'meaningUnits.mark': meaningUnits.markUnit,
  'meaningUnits.addSpans': meaningUnits.addSpans,
  'meaningUnits.resize': meaningUnits.resizeUnit,
  'meaningUnits.retire': meaningUnits.retireUnits,
  'meaningUnits.restore': meaningUnits.restoreUnits,
  'meaningUnits.star': meaningUnits.starUnits,
  'meaningUnits.condense': meaningUnits.condenseUnit,
  'meaningUnits.interpret': meaningUnits.interpretUnit,
  'meaningUnits.code': codings.codeUnits,
  'meaningUnits.uncode': codings.uncodeUnits,
  'codes.list': codes.codes,
  'codes.units': codes.unitsOfCodes,
  'codes.create': codes.createCode,
  'codes.rename': codes.renameCode,
  'codes.describe': codes.describeCode,
  'codes.colour': codes.colourCode,
  'codes.move': codes.moveCodes,
  'codes.merge': codes.mergeCodes,
  'codes.split': codes.splitCode,
  'codes.remove': codes.removeCodes,

  'categories.list': categories.categories,
  'categories.units': categories.unitsOfCategory,
  'categories.create': categories.createCategory,
  'categories.rename': categories.renameCategory,
  'categories.describe': categories.describeCategory,
  'categories.colour': categories.colourCategory,
  'categories.move': categories.moveCategories,
  'categories.dissolve': categories.dissolveCategory,
  'themes.list': themes.themes,
  'themes.create': themes.createTheme,
  'themes.rename': themes.renameTheme,
  'themes.move': themes.moveTheme,
  'themes.link': themes.linkTheme,
  'themes.unlink': themes.unlinkTheme,
  'themes.remove': themes.removeTheme,
  'memos.about': memos.memosAbout,
  'memos.readingLog': memos.readingLog,
  'memos.write': memos.writeMemo,
  'memos.remove': memos.removeMemo,

  'guide.read': guide.readGuide,
  'questions.list': guideVersions.questionsNow,
  'guide.newVersion': guide.newVersion,
  'guide.use': guide.useVersion,
  'questions.add': guide.addQuestions,
  'questions.leaveOut': guideVersions.leaveQuestionOut,
  'questions.takeIn': guideVersions.takeQuestionIn,
  'questions.reword': guide.rewordQuestion,
  'questions.describe': guide.describeQuestion,
  'questions.move': guide.moveQuestion,
  'questions.remove': guide.removeQuestion,
  'questions.ofTranscript': questions.questionsOfTranscript,
  'questions.proposals': questions.proposalsFor,
  'questions.answers': answersTo,
  'questions.begin': questions.beginQuestions,
  'questions.moveBorder': questions.moveBorder,
  'questions.removeBorders': questions.removeBorders,
  'questions.reject': questions.rejectBorders,
  'questions.setApart': questions.setTurnsApart,
  'questions.putBack': questions.putTurnsBack,
  'summaries.list': summaries.summariesOf,
  'summaries.write': summaries.writeSummary,

  'analysisTable.rows': analysisRows,
  'analysisTable.placeOf': placeOfUnit,
  'analysisTable.edit': editTable,
  'analyses.recognise': async (context, input) =>
    (await analysing()).recogniseAnalysis(context, input),
  'analyses.preview': async (context, input) =>
    (await analysing()).previewAnalysis(context, input),
  'analyses.compare': async (context, input) =>
    (await analysing()).compareAnalysis(context, input),
  'analyses.run': async (context, input) =>
    (await analysing()).runAnalysis(context, input),
  'analyses.saveReport': async (context, input) =>
    (await analysing()).saveReport(context, input),
  'analyses.takeIn': takeInAnalysis,
  'exports.withheld': withheldPeople,
  'exports.write': async (context, input) =>
    (await exporting()).writeExport(context, input),
  'exports.clipboard': async (context, input) =>
    (await exporting()).copyRows(context, input),

  'search.find': findWords,
  'search.count': countWords,
  'search.toMark': hitsToMark,
  'search.markAll': markAllHits,
  'speakers.heard': speakersHeard,
  'meaningUnits.markEach': meaningUnits.markEach,
} satisfies Handlers;

/** The table: name in the contract → function. No logic. */
export const handlers = table as unknown as Readonly<Record<ApiName, AnyHandler>>;
