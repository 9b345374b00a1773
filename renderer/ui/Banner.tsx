import {
  CircleCheck,
  Info,
  type LucideIcon,
  OctagonAlert,
  TriangleAlert,
} from 'lucide-react';
import type { ReactNode } from 'react';

import { classes } from './given.ts';
import { Icon } from './Icon.tsx';
import './Banner.css';

export interface BannerProps {
  /** error has role alert; the others role status. */
  readonly kind?: 'error' | 'warning' | 'advice' | 'done';
  /** What did not happen, where, why, what to do. */
  readonly children: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
}

const drawings: Readonly<Record<NonNullable<BannerProps['kind']>, LucideIcon>> = {
  error: OctagonAlert,
  warning: TriangleAlert,
  advice: Info,
  done: CircleCheck,
};

/** Under the workspace bar. */
export function Banner({ kind = 'error', children, actions }: BannerProps) {
  return (
    <div
      className={classes('banner', `banner-${kind}`)}
      role={kind === 'error' ? 'alert' : 'status'}
    >
      <Icon of={drawings[kind]} />
      <div className="banner-words">{children}</div>
      {actions && <div className="banner-actions">{actions}</div>}
    </div>
  );
}
