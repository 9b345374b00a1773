import { expect, test } from 'vitest';

import {
  asFileName,
  fileNameOf,
  folderOf,
  isFullPath,
  joinPath,
  withEnding,
} from '../../renderer/paths.ts';

test('paths are taken apart and put together as their system writes them', () => {
  expect(joinPath('/hem/elsa', 'studie.utsaga')).toBe('/hem/elsa/studie.utsaga');
  expect(joinPath('C:\\Studier', 'a.utsaga')).toBe('C:\\Studier\\a.utsaga');
  expect(folderOf('/hem/elsa/studie.utsaga')).toBe('/hem/elsa');
  expect(folderOf('/studie.utsaga')).toBe('/');
  expect(folderOf('C:\\studie.utsaga')).toBe('C:\\');
  expect(fileNameOf('C:\\Studier\\a.utsaga')).toBe('a.utsaga');
  expect([isFullPath('/a'), isFullPath('D:\\a'), isFullPath('a/b')]).toEqual([
    true,
    true,
    false,
  ]);
});

test('a title becomes a name that every system takes', () => {
  expect(asFileName('SIP: före/efter?')).toBe('SIP före efter');
  expect(asFileName('..dolt.')).toBe('dolt');
  expect(asFileName('???')).toBe('Utsaga');
});

test('an ending is added once, however it is written', () => {
  expect(withEnding('studie', '.utsaga')).toBe('studie.utsaga');
  expect(withEnding('Studie.UTSAGA', '.utsaga')).toBe('Studie.UTSAGA');
  expect(withEnding('ut.xlsx.xlsx', '.xlsx')).toBe('ut.xlsx');
});
