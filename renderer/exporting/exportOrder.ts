import type { Input } from '../../shared/api.ts';
import {
  type Exportable,
  type ExportFormat,
  formatsOf,
} from '../../shared/domain/exporting.ts';
import type { ProjectLanguage } from '../../shared/domain/project.ts';
import { asFileName, folderOf, joinPath } from '../paths.ts';
import { rowsOf, type TableView } from '../tableView.ts';

export type Delimiter = ';' | ',';

/** What the person has chosen so far. */
export interface ExportOrder {
  readonly what: Exportable;
  readonly format: ExportFormat;
  readonly rows: 'all' | 'shown';
  readonly layout: 'rows' | 'columns';
  readonly withCounts: boolean;
  readonly language: ProjectLanguage;
  /** Null: the one that goes with the language. */
  readonly delimiter: Delimiter | null;
}

/** Another thing keeps the format if it can be had in it. */
export function ordered(order: ExportOrder, what: Exportable): ExportOrder {
  const formats = formatsOf[what];
  const format = formats.includes(order.format) ? order.format : (formats[0] ?? 'docx');
  return { ...order, what, format };
}

export const delimiterOf = ({ delimiter, language }: ExportOrder): Delimiter =>
  delimiter ?? (language === 'sv' ? ';' : ',');

/** Beside the project, under its name and what it is. */
export function proposedPath(
  project: { readonly path: string; readonly title: string },
  order: ExportOrder,
  words: string,
): string {
  const name = asFileName(`${project.title} – ${words}`);
  return joinPath(folderOf(project.path), `${name}.${order.format}`);
}

type Written = Omit<Input<'exports.write'>, 'to' | 'overwrite' | 'job'>;

/** The order as the host takes it: only what has a meaning for the thing and its format. */
export function asRequest(order: ExportOrder, view: TableView): Written {
  const { what, format, language } = order;
  return {
    what,
    format,
    language,
    ...(format === 'csv' ? { delimiter: delimiterOf(order) } : {}),
    ...(what === 'overview'
      ? { layout: order.layout, withCounts: order.withCounts }
      : {}),
    ...(what === 'analysis-table' && order.rows === 'shown'
      ? { rows: rowsOf(view) }
      : {}),
  };
}
