import { existsSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';

import type { AppInfo, Output, Parsed } from '../../shared/api.ts';
import { appVersion, exampleFolder } from '../appFiles.ts';
import { systemLanguage } from '../hostMachine.ts';
import type { SessionContext } from '../session.ts';

function documentsFolder(): string {
  const candidates = ['Documents', 'Dokument'].map((name) => join(homedir(), name));
  return candidates.find((folder) => existsSync(folder)) ?? homedir();
}

export function appInfo(context: SessionContext): AppInfo {
  return {
    version: appVersion,
    platform: platform(),
    systemLanguage: systemLanguage(),
    hasNativeDialogs: context.options.nativeDialogs,
    documentsFolder: documentsFolder(),
    dataFolder: context.options.dataFolder,
    hasExample: existsSync(exampleFolder),
  };
}

export function getSettings(context: SessionContext): Output<'settings.get'> {
  return context.settings.get();
}

export function changeSettings(
  context: SessionContext,
  input: Parsed<'settings.change'>,
): Output<'settings.change'> {
  return context.settings.change(input);
}

export function recentProjects(context: SessionContext): Output<'recent.list'> {
  return context.settings.recent();
}

export function removeRecent(
  context: SessionContext,
  input: Parsed<'recent.remove'>,
): void {
  context.settings.forgetRecent(input.path);
}
