import type { ReactNode } from 'react';

import { type Settings, settings } from '../../shared/domain/settings.ts';
import { changeSettings } from '../computerSettings.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { useWords } from '../words.ts';

export interface SettingsSectionProps {
  readonly id: string;
  readonly title: string;
  /** Whose settings these are: the computer's, or the project's, which are shared and can be undone. */
  readonly of: 'computer' | 'project';
  /** What "Återställ" puts back. */
  readonly resets?: readonly (keyof Settings)[];
  readonly children: ReactNode;
}

const standard = settings.parse({});

export function SettingsSection({
  id,
  title,
  of,
  resets,
  children,
}: SettingsSectionProps) {
  const { say } = useWords();
  const reset = () => {
    const patch = Object.fromEntries((resets ?? []).map((key) => [key, standard[key]]));
    void changeSettings(patch);
    announce(say('settings.wasReset', { section: title }));
  };
  return (
    <section className="settings-section" id={`settings-${id}`} aria-label={title}>
      <header className="settings-section-head">
        <h2 className="type-l">{title}</h2>
        <span className="settings-section-of ink-2 type-s">
          {say(`settings.of.${of}`)}
        </span>
        {resets && (
          <Button kind="link" onPress={reset}>
            {say('settings.reset')}
            <span className="visually-hidden"> {title}</span>
          </Button>
        )}
      </header>
      {children}
    </section>
  );
}
