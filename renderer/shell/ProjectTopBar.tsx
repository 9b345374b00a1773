import type { ProjectState } from '../../shared/domain/projectState.ts';
import { TopBar } from '../ui/frame/TopBar.tsx';

export function ProjectTopBar({ state }: { readonly state: ProjectState }) {
  return <TopBar start={<strong>{state.title}</strong>} end={null} />;
}
