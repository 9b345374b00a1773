import { createServer, type Server } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';

import { act } from '../../electron/acting.ts';
import { codeUnits } from '../../electron/project/codings.ts';
import type { WritableProject } from '../../electron/project/handle.ts';
import { condenseUnit, markUnit } from '../../electron/project/meaningUnits.ts';
import { chromiumFlags, findChromium } from '../../scripts/findBrowser.ts';
import type { TranscriptId } from '../../shared/domain/ids.ts';
import { startHost, type StartedHost } from '../support/startHost.ts';
import { must, studySession } from './study.ts';
import { syntheticUnits, type SyntheticTurn } from './syntheticStudy.ts';

export interface StudySize {
  readonly words: number;
  readonly turns: number;
  readonly units: number;
}

/** The app in a real browser on a synthetic study, and a static page of the same text. */
export interface WindowStudy {
  readonly started: StartedHost;
  readonly browser: Browser;
  readonly turns: readonly SyntheticTurn[];
  readonly transcriptId: TranscriptId;
  readonly staticUrl: string;
  end(): Promise<void>;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The same words in the same measure, a paragraph per turn: what the browser itself takes to show them. */
export function staticPage(turns: readonly SyntheticTurn[]): string {
  const paragraphs = turns
    .map(({ speaker, text }) => `<p><b>${speaker}</b> ${escaped(text)}</p>`)
    .join('\n');
  return `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Text</title>
<style>html,body{height:100%;margin:0}
#scroller{height:100%;overflow:auto}
main{max-width:550px;margin:20px;font:16.5px/28px Georgia,serif}
p{margin:0 0 12px}</style>
<div id="scroller"><main>${paragraphs}</main></div></html>`;
}

async function serve(html: string): Promise<{ server: Server; url: string }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' });
    response.end(html);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { server, url: `http://127.0.0.1:${port}/` };
}

type Fill = (project: WritableProject) => void;

async function filledProject(folder: string, size: StudySize, fill: Fill) {
  const { session, turns, transcriptId } = await studySession(folder, size);
  const stored = await must(session, 'transcripts.read', { transcriptId });
  act(session.context, {
    label: 'meaningUnits.mark',
    work: (project) => {
      for (const [index, unit] of syntheticUnits(turns, size.units).entries()) {
        const turnId = stored.turns[unit.turn]!.id;
        const { id } = markUnit(project, {
          spans: [{ turnId, start: unit.start, end: unit.end }],
        });
        condenseUnit(project, { unitId: id, text: `Kort sagt om samma sak ${index}` });
        codeUnits(project, {
          unitIds: [id],
          codeIds: [],
          create: [{ name: `kod ${(index * 7) % 300}`, definition: '' }],
        });
      }
      fill(project);
    },
  });
  await session.close();
  return { turns, transcriptId };
}

/** `fill` writes what the figure needs beside the units. */
export async function windowStudy(
  size: StudySize,
  fill: Fill = () => {},
): Promise<WindowStudy> {
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-bench-'));
  const folders = {
    dataFolder: join(folder, 'data'),
    projectFolder: join(folder, 'projects'),
    remove: () => {},
  };
  mkdirSync(folders.projectFolder);
  const { turns, transcriptId } = await filledProject(folder, size, fill);
  const started = await startHost(folders);
  const opened = await started.session.call('project.open', {
    path: join(folder, 'study.utsaga'),
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const { server, url } = await serve(staticPage(turns));
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [...chromiumFlags(), '--disable-gpu', '--disable-quic'],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  return {
    started,
    browser,
    turns,
    transcriptId,
    staticUrl: url,
    async end() {
      await browser.close();
      await started.host.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Of `dur`, what the thread was at work: what else the machine does matters less. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: Readonly<Record<string, unknown>>;
}

const categories =
  'devtools.timeline,disabled-by-default-devtools.timeline,toplevel,benchmark';

/** What Chromium did while `work` ran. */
export async function traced(
  page: Page,
  work: (devtools: CDPSession) => Promise<void>,
): Promise<readonly TraceEvent[]> {
  const devtools = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  devtools.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  const complete = new Promise<void>((resolve) => {
    devtools.once('Tracing.tracingComplete', () => resolve());
  });
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories.split(',') },
  });
  await work(devtools);
  await devtools.send('Tracing.end');
  await complete;
  await devtools.detach();
  return events;
}

/** The thread of the page's own scripts, layout and paint. */
export function mainThreadOf(
  events: readonly TraceEvent[],
): (event: TraceEvent) => boolean {
  const busy = new Map<string, number>();
  for (const { name, pid, tid, dur } of events)
    if (
      name === 'FireAnimationFrame' ||
      name === 'UpdateLayoutTree' ||
      name === 'Layout' ||
      name === 'Paint' ||
      name === 'PrePaint'
    )
      busy.set(`${pid} ${tid}`, (busy.get(`${pid} ${tid}`) ?? 0) + (dur ?? 0) + 1);
  const [main] = [...busy].toSorted((a, b) => b[1] - a[1]);
  return ({ pid, tid }) => `${pid} ${tid}` === main?.[0];
}
