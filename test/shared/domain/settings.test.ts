import { expect, test } from 'vitest';

import { settings, settingsPatch } from '../../../shared/domain/settings.ts';

test('a change of one setting says nothing about the others', () => {
  expect(settingsPatch.parse({ theme: 'dark' })).toEqual({ theme: 'dark' });
});

test('settings from before a setting existed get it as from the start', () => {
  const read = settings.parse({ theme: 'dark' });
  expect(read).toMatchObject({ theme: 'dark', textSize: 100, readAdvice: [] });
});

test('settings that never were are refused', () => {
  expect(settings.safeParse({ theme: 'sepia' }).success).toBe(false);
});
