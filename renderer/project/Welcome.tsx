import { FolderOpen, Lightbulb, LockKeyhole, type LucideIcon, Plus } from 'lucide-react';
import { useEffect } from 'react';

import { useApi } from '../api.ts';
import { changeSettings } from '../computerSettings.ts';
import { runCommand } from '../keys/commands.ts';
import { type CommandId, keysOf } from '../keys/keymap.ts';
import { DensityChoice, TextSizeChoice, ThemeChoice } from '../LookChoices.tsx';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/given.ts';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { PopoverButton } from '../ui/PopoverButton.tsx';
import { useWords } from '../words.ts';
import { RecentProjects } from './RecentProjects.tsx';
import { StartProblem } from './StartProblem.tsx';
import './Welcome.css';

interface ChoiceProps {
  readonly command: CommandId;
  readonly icon: LucideIcon;
  readonly title: string;
  readonly sentence: string;
  readonly isMain?: boolean;
}

function Choice({ command, icon, title, sentence, isMain }: ChoiceProps) {
  const keys = keysOf(command);
  return (
    <button
      type="button"
      id={`welcome-${command}`}
      className={classes('welcome-choice', isMain && 'welcome-choice-main')}
      onClick={() => runCommand(command)}
    >
      <Icon of={icon} />
      <span className="welcome-choice-words">
        <span className="welcome-choice-title">{title}</span>
        <span className="welcome-choice-sentence">{sentence}</span>
      </span>
      {keys && <Kbd keys={keys} />}
    </button>
  );
}

function LanguageMenu() {
  const { say, language } = useWords();
  return (
    <MenuButton
      label={say('welcome.language')}
      kind="quiet"
      entries={[
        {
          id: 'sv',
          words: 'Svenska',
          isChecked: language === 'sv',
          onAction: () => void changeSettings({ language: 'sv' }),
        },
        {
          id: 'en',
          words: 'English',
          isChecked: language === 'en',
          onAction: () => void changeSettings({ language: 'en' }),
        },
      ]}
    />
  );
}

function StartBar() {
  const { say } = useWords();
  return (
    <header className="welcome-bar">
      <LanguageMenu />
      <PopoverButton label={say('welcome.textSize')}>
        <div className="look-choices">
          <TextSizeChoice />
          <DensityChoice />
          <ThemeChoice />
        </div>
      </PopoverButton>
      <Button kind="quiet" onPress={() => runCommand('go.settings')}>
        {say('shell.settings')}
      </Button>
    </header>
  );
}

function StartFoot() {
  const { say } = useWords();
  const version = useApi('app.info', {}).data?.version ?? '';
  return (
    <footer className="welcome-foot">
      <span className="welcome-local">
        <Icon of={LockKeyhole} /> {say('welcome.local')}
      </span>
      <span>{say('welcome.version', { version })}</span>
      <Button kind="link" onPress={() => runCommand('help.keys')}>
        {say('welcome.keys')}
      </Button>
    </footer>
  );
}

/** Before there is a project: new, open, practise, or one of those that were open lately. */
export function Welcome() {
  const { say } = useWords();
  const hasExample = useApi('app.info', {}).data?.hasExample ?? false;
  const recent = useApi('recent.list', {}).data;
  useEffect(() => {
    if (recent?.length === 0) document.getElementById('welcome-project.new')?.focus();
  }, [recent?.length]);
  return (
    <div className="start-page">
      <div className="welcome">
        <StartBar />
        <main
          className="welcome-start"
          data-pane
          tabIndex={-1}
          aria-label={say('welcome.start')}
        >
          <h1 className="welcome-name">Utsaga</h1>
          <p className="welcome-lead type-welcome">{say('welcome.lead')}</p>
          <div className="welcome-choices">
            <Choice
              command="project.new"
              icon={Plus}
              title={say('welcome.new')}
              sentence={say('welcome.new.sentence')}
              isMain
            />
            <Choice
              command="project.open"
              icon={FolderOpen}
              title={say('welcome.open.choice')}
              sentence={say('welcome.open.sentence')}
            />
            {hasExample && (
              <Choice
                command="project.example"
                icon={Lightbulb}
                title={say('welcome.example')}
                sentence={say('welcome.practice')}
              />
            )}
          </div>
          <StartProblem />
          <StartFoot />
        </main>
        <section
          className="welcome-recent"
          aria-label={say('welcome.recent')}
          data-pane
          tabIndex={-1}
        >
          {recent && <RecentProjects recent={recent} />}
        </section>
      </div>
    </div>
  );
}
