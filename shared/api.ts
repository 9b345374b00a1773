import { analysesApi } from './api/analysesApi.ts';
import { appApi } from './api/appApi.ts';
import { correctionApi } from './api/correctionApi.ts';
import { groupingApi } from './api/groupingApi.ts';
import { meaningUnitsApi } from './api/meaningUnitsApi.ts';
import { participantsApi } from './api/participantsApi.ts';
import { passagesApi } from './api/passagesApi.ts';
import { projectApi } from './api/projectApi.ts';
import { questionsApi } from './api/questionsApi.ts';
import { pseudonymsApi } from './api/pseudonymsApi.ts';
import { resultsApi } from './api/resultsApi.ts';
import { searchApi } from './api/searchApi.ts';
import { soundsApi } from './api/soundsApi.ts';
import { summariesApi } from './api/summariesApi.ts';
import { transcriptsApi } from './api/transcriptsApi.ts';
import type { InputOf, OutputOf, ParsedOf } from './contract.ts';

/** Everything that the window, the command line and scripts may ask, under one flat name each. */
export const api = {
  ...appApi,
  ...projectApi,
  ...transcriptsApi,
  ...participantsApi,
  ...correctionApi,
  ...pseudonymsApi,
  ...passagesApi,
  ...meaningUnitsApi,
  ...groupingApi,
  ...questionsApi,
  ...summariesApi,
  ...resultsApi,
  ...searchApi,
  ...soundsApi,
  ...analysesApi,
} as const;

export type Api = typeof api;
export type ApiName = keyof Api;
export type Input<Name extends ApiName> = InputOf<Api[Name]>;
export type Parsed<Name extends ApiName> = ParsedOf<Api[Name]>;
export type Output<Name extends ApiName> = OutputOf<Api[Name]>;
export type NameOf<Kind extends 'query' | 'action' | 'command'> = {
  [Name in ApiName]: Api[Name]['kind'] extends Kind ? Name : never;
}[ApiName];

export type { AppInfo, Backup, FolderEntry, Stats } from './domain/appInfo.ts';
