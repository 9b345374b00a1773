export type Theme = 'system' | 'light' | 'dark';
export type Density = 'compact' | 'standard' | 'large';

export interface Look {
  readonly theme: Theme;
  readonly density: Density;
  /** Size of all text, 1 = 100 % (0.9–2). */
  readonly textScale: number;
}

const prefersDark = () => window.matchMedia('(prefers-color-scheme: dark)');

function setLook(look: Look): void {
  const root = document.documentElement;
  const isDark =
    look.theme === 'dark' || (look.theme === 'system' && prefersDark().matches);
  root.dataset['theme'] = isDark ? 'dark' : 'light';
  root.dataset['density'] = look.density;
  root.style.setProperty('--text-scale', String(look.textScale));
}

/** Puts the look on the document and follows the system's theme until the returned function is called. */
export function applyLook(look: Look): () => void {
  setLook(look);
  const system = prefersDark();
  const onChange = () => setLook(look);
  system.addEventListener('change', onChange);
  return () => system.removeEventListener('change', onChange);
}
