import { afterEach, describe, expect, test } from 'vitest';

import { applyLook } from '../../../renderer/styles/look.ts';

const root = document.documentElement;
afterEach(() => root.removeAttribute('style'));

describe('the look', () => {
  test('stands on the document, for the tokens to follow', () => {
    const stop = applyLook({ theme: 'dark', density: 'large', textScale: 1.5 });
    expect(root.dataset).toMatchObject({ theme: 'dark', density: 'large' });
    expect(root.style.getPropertyValue('--text-scale')).toBe('1.5');
    stop();
  });

  test('follows the system when nothing is chosen', () => {
    const stop = applyLook({ theme: 'system', density: 'standard', textScale: 1 });
    const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
    expect(root.dataset['theme']).toBe(isDark ? 'dark' : 'light');
    stop();
  });
});
