import { useEffect, useState } from 'react';

import type { Say } from '../../shared/words/words.ts';
import { pathOfDroppedFile } from '../api.ts';
import { droppedFiles } from '../droppedFiles.ts';
import { usePlace } from '../place.ts';
import { useWords } from '../words.ts';
import { openProjectAt, projectEnding } from '../projectActs.ts';
import { beginProjectWith, showProblem, showScreen } from '../screen.ts';
import './WindowDrop.css';

const holdsFiles = (event: DragEvent) =>
  event.dataTransfer?.types.includes('Files') ?? false;

function take(files: readonly File[], canImport: boolean | null): void {
  const project = files.find(({ name }) => name.toLowerCase().endsWith(projectEnding));
  if (project) {
    const path = pathOfDroppedFile(project);
    if (path === null)
      showProblem({ code: 'drop.noPath', params: { file: project.name } });
    else void openProjectAt(path);
    return;
  }
  const given = files.map((file) => pathOfDroppedFile(file) ?? file);
  if (canImport === null) beginProjectWith(given);
  else if (canImport) {
    showScreen('main');
    usePlace.getState().importFiles(given);
  }
}

function promise(say: Say, count: number, canImport: boolean | null): string {
  if (canImport === null) return say('shell.drop.begin', { count });
  return canImport ? say('shell.drop.import', { count }) : say('shell.drop.readOnly');
}

export interface WindowDropProps {
  /** Null without a project, false in one that is only read. */
  readonly canImport: boolean | null;
}

/** Files dropped anywhere on the window; while they are held over it, it says what will happen. */
export function WindowDrop({ canImport }: WindowDropProps) {
  const { say } = useWords();
  const [held, setHeld] = useState(0);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      const items = [...(event.dataTransfer?.items ?? [])];
      setHeld(Math.max(1, items.filter(({ kind }) => kind === 'file').length));
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setHeld(0);
    };
    const onDrop = (event: DragEvent) => {
      setHeld(0);
      if (!holdsFiles(event)) return;
      const isTaken = event.defaultPrevented;
      event.preventDefault();
      if (isTaken || !event.dataTransfer) return;
      void droppedFiles(event.dataTransfer).then((files) => {
        if (files.length > 0) take(files, canImport);
      });
    };
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, [canImport]);
  if (held === 0) return null;
  return (
    <div className="window-drop">
      <p className="window-drop-words">{promise(say, held, canImport)}</p>
    </div>
  );
}
