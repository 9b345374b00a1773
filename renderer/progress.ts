import { create } from 'zustand';

import type { HostEvent } from '../shared/bridge.ts';

export type Progress = Omit<Extract<HostEvent, { kind: 'progress' }>, 'kind' | 'job'>;

const useJobs = create<Readonly<Record<string, Progress>>>(() => ({}));

/** A name for a long call, to follow and to cancel it by. */
export const newJob = (): string => crypto.randomUUID();

export function rememberProgress({
  job,
  ...progress
}: Progress & { readonly job: string }): void {
  useJobs.setState({ [job]: progress });
}

/** How far a long call has come; undefined until the host has said anything. */
export function useProgress(job: string | null): Progress | undefined {
  return useJobs((jobs) => (job === null ? undefined : jobs[job]));
}
