import type { Project } from '../../../shared/domain/project.ts';
import type { ReadableProject } from '../handle.ts';

/** What a project is called and in which language it is; untitled and Swedish where a file does not say. */
export function projectHead(
  project: ReadableProject,
): Pick<Project, 'title' | 'language'> {
  return (
    project.get<Pick<Project, 'title' | 'language'>>(
      'SELECT title, language FROM project',
    ) ?? { title: '', language: 'sv' }
  );
}

/** How much there is in a project, for the list of recent ones. */
export function projectSize(project: ReadableProject): {
  readonly transcripts: number;
  readonly units: number;
} {
  return project.get<{ transcripts: number; units: number }>(
    `SELECT (SELECT count(*) FROM transcripts) AS transcripts,
       (SELECT count(*) FROM meaning_units WHERE status = 'active') AS units`,
  )!;
}
