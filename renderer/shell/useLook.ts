import { useEffect } from 'react';

import type { Settings } from '../../shared/domain/settings.ts';
import { applyLook } from '../styles/look.ts';

const faces: Readonly<Record<Settings['readingFont'], string>> = {
  literata: 'var(--font-read)',
  atkinson: 'var(--font-clear)',
  sourceSans: 'var(--font-ui)',
};

/** The reading size at which the densities show their own (design.md 3.6). */
const standardReadingSize = 16.5;

function setReading(settings: Settings): void {
  const { style } = document.documentElement;
  style.setProperty('--font-reading', faces[settings.readingFont]);
  if (settings.readingSize === standardReadingSize && settings.lineHeight === 1.6) {
    style.removeProperty('--r-m');
    style.removeProperty('--r-m-line');
    return;
  }
  style.setProperty('--r-m', `${settings.readingSize / 16}rem`);
  style.setProperty(
    '--r-m-line',
    `${Math.round(settings.readingSize * settings.lineHeight) / 16}rem`,
  );
}

/** Puts language, theme, density and sizes on the document as soon as they are chosen. */
export function useLook(settings: Settings, language: string): void {
  const { theme, density, textSize } = settings;
  useEffect(
    () => applyLook({ theme, density, textScale: textSize / 100 }),
    [theme, density, textSize],
  );
  useEffect(() => setReading(settings), [settings]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
}
