import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

import type { Input } from '../../shared/api.ts';
import { openedSession, type OpenedSession } from './openedSession.ts';
import { oddStudy } from './oddStudy.ts';
import { sampleProject } from './sampleProject.ts';
import { newProject } from './newProject.ts';
import { buildExample, exampleDescription } from '../../electron/example.ts';

type Wish = Omit<Input<'exports.write'>, 'to'> & { readonly name?: string };

/** A project behind the door, and a folder to take things home to. */
export interface Home {
  readonly session: OpenedSession;
  readonly folder: string;
  take(wish: Wish): Promise<Uint8Array>;
  leave(): Promise<void>;
}

async function homeOf(project: ReturnType<typeof newProject>): Promise<Home> {
  project.close();
  const session = await openedSession(project.path);
  const folder = join(project.path, '..');
  return {
    session,
    folder,
    take: async ({ name = 'ut', ...wish }) => {
      const to = join(folder, `${name}.${wish.format}`);
      const answer = await session.call('exports.write', {
        overwrite: true,
        ...wish,
        to,
      });
      if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
      return readFileSync(to);
    },
    leave: async () => {
      await session.close();
      project.remove();
    },
  };
}

/** The worked example, as the app opens it. */
export function exampleAtHome(): Promise<Home> {
  const project = newProject(exampleDescription());
  project.write(buildExample, 'example.build');
  return homeOf(project);
}

/** The worked example and an interview, with units of several turns and several codes. */
export function sampleAtHome(): Promise<Home> {
  return homeOf(sampleProject());
}

/** A study whose names and units are hard to write down in a table. */
export function oddStudyAtHome(): Promise<Home> {
  return homeOf(oddStudy());
}

export const textOf = (bytes: Uint8Array) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

export interface ReadCell {
  readonly text: string;
  readonly merge: 'none' | 'begins' | 'goes on';
}
export interface ReadTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly ReadCell[])[];
}
export interface ReadWord {
  readonly tables: readonly ReadTable[];
  /** Outside the tables. */
  readonly paragraphs: readonly { readonly style: string; readonly text: string }[];
  readonly parts: Readonly<Record<string, string>>;
}

/** Takes in a Word file's main part, tag by tag. */
class WordReading {
  readonly tables: { headings: string[]; rows: ReadCell[][] }[] = [];
  readonly paragraphs: { style: string; text: string }[] = [];
  private readonly inside: string[] = [];
  private row: ReadCell[] = [];
  private merge: ReadCell['merge'] = 'none';
  private isHeader = false;
  private style = '';
  private text = '';

  private begin(): void {
    this.text = '';
    this.style = '';
  }

  private readonly opened: Readonly<Record<string, (value: string) => void>> = {
    'w:tbl': () => this.tables.push({ headings: [], rows: [] }),
    'w:tr': () => {
      this.row = [];
      this.isHeader = false;
    },
    'w:tblHeader': () => {
      this.isHeader = true;
    },
    'w:tc': () => {
      this.merge = 'none';
      this.begin();
    },
    'w:vMerge': (value) => {
      this.merge = value === 'restart' ? 'begins' : 'goes on';
    },
    'w:p': () => {
      if (!this.inside.includes('w:tbl')) this.begin();
    },
    'w:pStyle': (value) => {
      this.style = value;
    },
    'w:br': () => {
      this.text += '\n';
    },
    'w:tab': () => {
      if (this.inside.at(-2) === 'w:r') this.text += '\t';
    },
  };

  private readonly closed: Readonly<Record<string, () => void>> = {
    'w:tc': () => this.row.push({ text: this.text, merge: this.merge }),
    'w:tr': () => {
      const table = this.tables.at(-1);
      if (this.isHeader) table?.headings.push(...this.row.map((cell) => cell.text));
      else table?.rows.push(this.row);
    },
    'w:p': () => {
      if (!this.inside.includes('w:tbl'))
        this.paragraphs.push({ style: this.style, text: this.text });
    },
  };

  open(name: string, value: string): void {
    this.inside.push(name);
    this.opened[name]?.(value);
  }

  say(piece: string): void {
    if (this.inside.at(-1) === 'w:t') this.text += piece;
  }

  close(name: string): void {
    this.inside.pop();
    this.closed[name]?.();
  }
}

/** Reads a Word file as Word does, strictly: XML that is not well-formed throws. */
export function readWord(bytes: Uint8Array): ReadWord {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
  );
  const reading = new WordReading();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    reading.open(name, attributes['w:val'] ?? '');
  });
  parser.on('text', (piece) => {
    reading.say(piece);
  });
  parser.on('closetag', ({ name }) => {
    reading.close(name);
  });
  const document = parts['word/document.xml'];
  if (document) parser.write(document).close();
  return { tables: reading.tables, paragraphs: reading.paragraphs, parts };
}

/** What a reader sees in a column: merged cells say what the cell above them says. */
export function columnOf(table: ReadTable, heading: string): readonly string[] {
  const index = table.headings.indexOf(heading);
  let above = '';
  return table.rows.map((row) => {
    const cell = row[index];
    if (cell?.merge !== 'goes on') above = cell?.text ?? '';
    return above;
  });
}
