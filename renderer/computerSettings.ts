import { settings, type Settings } from '../shared/domain/settings.ts';
import { call, queryClient, useApi } from './api.ts';

const key = ['settings.get', {}];
const standard = settings.parse({});

/** What belongs to this computer: language, theme, sizes, keys, widths. The defaults stand until they are read. */
export function useSettings(): Settings {
  return useApi('settings.get', {}).data ?? standard;
}

export type SettingsPatch = {
  readonly [Key in keyof Settings]?: Settings[Key];
};

/** Acts at once on the screen, then in the file; what the file says in the end is what stands. */
export async function changeSettings(patch: SettingsPatch): Promise<void> {
  const before = queryClient.getQueryData<Settings>(key) ?? standard;
  queryClient.setQueryData(key, { ...before, ...patch });
  try {
    await call('settings.change', patch);
  } finally {
    await queryClient.invalidateQueries({ queryKey: key });
  }
}
