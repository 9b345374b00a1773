import { type ReactNode, useEffect, useRef } from 'react';

import { syncServiceOf } from '../../shared/domain/syncService.ts';
import { chooseToSave } from '../chooseFiles.ts';
import { LevelNamedTwice } from '../LevelNamedTwice.tsx';
import { fileNameOf } from '../paths.ts';
import { LevelLadder } from '../pickers/LevelLadder.tsx';
import {
  ApproachChoice,
  ContentChoice,
  ownLevels,
  PresetChoice,
} from '../pickers/ProjectChoices.tsx';
import { projectEnding } from '../projectActs.ts';
import { showScreen, useScreen } from '../screen.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Select } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import { sayProblem, useWords } from '../words.ts';
import { LevelExample } from './LevelExample.tsx';
import { type NewProjectState, nextFreePath, useNewProject } from './useNewProject.ts';
import './Welcome.css';
import './NewProject.css';

interface PartProps {
  readonly form: NewProjectState;
}

/** Problems that the place has; the others stand by the button. */
const isAboutPlace = (code: string) =>
  /^(?:folder|file|disk)\.|^project\.(?:exists|ending|isOpen)/.test(code);

function Place({ form }: PartProps) {
  const { say } = useWords();
  const { problem, path, change } = form;
  const service = syncServiceOf(path);
  const choose = async () => {
    const place = await chooseToSave({
      title: say('newProject.place'),
      verb: say('newProject.place.choose'),
      endings: [projectEnding],
      proposed: path,
    });
    if (place) change({ place: place.path });
  };
  const takeNext = async () =>
    change({ place: await nextFreePath(path, form.draft.title) });
  return (
    <Field
      label={say('newProject.place')}
      error={problem && isAboutPlace(problem.code) ? sayProblem(say, problem) : undefined}
      hint={service === null ? undefined : say('newProject.synced', { service })}
    >
      {(control) => (
        <div className="new-project-place">
          <input
            {...control}
            className="control"
            autoComplete="off"
            spellCheck={false}
            value={path}
            onChange={(event) => change({ place: event.currentTarget.value })}
          />
          <Button onPress={() => void choose()}>
            {say(service === null ? 'newProject.place.change' : 'newProject.place.other')}
          </Button>
          {problem?.code === 'project.exists' && (
            <Button onPress={() => void takeNext()}>
              {say('newProject.place.next', { file: fileNameOf(path) })}
            </Button>
          )}
        </div>
      )}
    </Field>
  );
}

function Title({ form }: PartProps) {
  const { say } = useWords();
  const { draft, change } = form;
  return (
    <Field
      label={say('newProject.name')}
      error={draft.title.trim() === '' ? say('newProject.name.missing') : undefined}
    >
      {(control) => (
        <input
          {...control}
          className="control"
          autoFocus
          autoComplete="off"
          maxLength={200}
          value={draft.title}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

function Levels({ form }: PartProps) {
  const { say } = useWords();
  const { draft, change, choosePreset } = form;
  return (
    <>
      <PresetChoice
        value={draft.levelPreset}
        language={draft.language}
        onChange={(id) => choosePreset(id)}
      />
      <LevelLadder
        names={draft.levelNames}
        onChange={(names) => change({ levelNames: [...names], levelPreset: ownLevels })}
      />
      <LevelNamedTwice names={draft.levelNames} />
      <Switch
        isOn={draft.hasThemes}
        onChange={(hasThemes) => change({ hasThemes })}
        description={say('newProject.themes.sentence')}
      >
        {say('newProject.themes')}
      </Switch>
    </>
  );
}

function Study({ form }: PartProps) {
  const { say } = useWords();
  const { draft, change } = form;
  const area = (name: 'aim' | 'questions', rows: number): ReactNode => (
    <Field
      label={say(`newProject.${name}`)}
      fact={say('newProject.optional')}
      hint={say(`newProject.${name}.hint`)}
    >
      {(control) => (
        <textarea
          {...control}
          className="control text-area"
          rows={rows}
          value={draft[name]}
          onChange={(event) => change({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      {area('aim', 3)}
      {area('questions', 3)}
      <div className="new-project-pair">
        <ApproachChoice
          value={draft.approach}
          onChange={(approach) => change({ approach })}
        />
        <ContentChoice
          value={draft.content}
          onChange={(content) => change({ content })}
        />
      </div>
      <div className="new-project-pair">
        <Field label={say('newProject.analyst')} hint={say('newProject.analyst.hint')}>
          {(control) => (
            <input
              {...control}
              className="control"
              autoComplete="off"
              maxLength={200}
              value={draft.analyst}
              onChange={(event) => change({ analyst: event.currentTarget.value })}
            />
          )}
        </Field>
        <Select
          label={say('newProject.language')}
          hint={say('newProject.language.hint')}
          value={draft.language}
          onChange={(language) => form.choosePreset(draft.levelPreset, language)}
          choices={[
            { value: 'sv', words: 'Svenska' },
            { value: 'en', words: 'English' },
          ]}
        />
      </div>
    </>
  );
}

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Section({ title, children }: SectionProps) {
  return (
    <section className="new-project-section" aria-label={title}>
      <h2 className="type-l">{title}</h2>
      {children}
    </section>
  );
}

/** From anywhere on the page, but not from a dialog that lies over it. */
function useCtrlEnter(act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isAsked = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      if (!isAsked || event.defaultPrevented || document.querySelector('[role=dialog]'))
        return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** One page with a few questions, all of which can be changed later (design.md 5.2). */
export function NewProject() {
  const { say } = useWords();
  const form = useNewProject();
  const waiting = useScreen((screen) => screen.files.length);
  const leave = () => {
    useScreen.setState({ files: [] });
    showScreen('main');
  };
  useCtrlEnter(() => void form.create());
  const { problem } = form;
  return (
    <div className="start-page">
      <main
        className="new-project"
        aria-label={say('newProject.title')}
        data-pane
        tabIndex={-1}
      >
        <div className="new-project-form">
          <h1 className="type-welcome">{say('newProject.title')}</h1>
          {waiting > 0 && <p>{say('newProject.waiting', { count: waiting })}</p>}
          <Section title={say('newProject.section.name')}>
            <Title form={form} />
            <Place form={form} />
          </Section>
          <Section title={say('newProject.section.levels')}>
            <Levels form={form} />
          </Section>
          <Section title={say('newProject.section.study')}>
            <Study form={form} />
          </Section>
          <div className="new-project-actions">
            <Button
              kind="primary"
              size="large"
              isBusy={form.isCreating}
              onPress={() => void form.create()}
            >
              {say('newProject.create')}
            </Button>
            <Button size="large" onPress={leave}>
              {say('shell.cancel')}
            </Button>
            <span className="ink-2">
              <Kbd keys="Ctrl Enter" /> {say('newProject.create.key')}
            </span>
            {problem && !isAboutPlace(problem.code) && (
              <p className="new-project-problem" role="alert">
                {sayProblem(say, problem)}
              </p>
            )}
          </div>
        </div>
        <LevelExample
          levelNames={form.draft.levelNames}
          hasThemes={form.draft.hasThemes}
        />
      </main>
    </div>
  );
}
