import { createContext, type ReactNode, useContext } from 'react';

/** What is searched for among the settings. */
export const SettingsSearch = createContext('');

export interface SettingItemProps {
  /** What the setting is called, and further words it may be looked for under. */
  readonly words: readonly string[];
  readonly children: ReactNode;
}

/** One setting; gone while something else is searched for. */
export function SettingItem({ words, children }: SettingItemProps) {
  const typed = useContext(SettingsSearch).trim().toLowerCase();
  if (typed !== '' && !words.some((word) => word.toLowerCase().includes(typed)))
    return null;
  return <div className="setting-item">{children}</div>;
}
