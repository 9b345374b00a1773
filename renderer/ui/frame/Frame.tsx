import type { CSSProperties, ReactNode } from 'react';

import { classes } from '../given.ts';
import { Splitter } from '../Splitter.tsx';
import { useFrameSize } from './useFrameSize.ts';
import './Frame.css';

export interface PaneWidth {
  /** Pixels at 100 % text size. */
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Accessible name of the splitter. */
  readonly label: string;
}

export interface FrameProps {
  readonly topBar: ReactNode;
  /** A Navigation. */
  readonly navigation: ReactNode;
  /** full: words; rail: 52 px of icons; hidden: one column, behind a button of the caller's (a Sheet). */
  readonly navigationState: 'full' | 'rail' | 'hidden';
  readonly navigationWidth: PaneWidth;
  /** The Workspace. */
  readonly children: ReactNode;
  /** An Inspector, or null when it is hidden or the view has none. */
  readonly inspector: ReactNode;
  readonly inspectorWidth: PaneWidth;
}

export const navigationLimits = { min: 168, max: 320, standard: 204 } as const;
export const inspectorLimits = { min: 300, max: 520, standard: 348 } as const;

/** The whole window: top bar, navigation, workspace, inspector. See useFrameSize for what the size asks of the shell. */
export function Frame(props: FrameProps) {
  const { navigationWidth, inspectorWidth, navigationState, inspector } = props;
  const size = useFrameSize();
  const hasInspector =
    inspector !== null && inspector !== undefined && inspector !== false;
  const widths: CSSProperties & Record<`--${string}`, string> = {
    '--navigation': `${navigationWidth.value / 16}rem`,
    '--inspector': `${inspectorWidth.value / 16}rem`,
  };
  return (
    <div
      className={classes('frame', `frame-${size}`, `frame-navigation-${navigationState}`)}
      style={widths}
    >
      {props.topBar}
      <div className="frame-panes">
        {navigationState !== 'hidden' && props.navigation}
        {navigationState === 'full' && (
          <Splitter {...navigationLimits} {...navigationWidth} pane="before" />
        )}
        {props.children}
        {hasInspector && (size === 'wide' || size === 'rail') && (
          <Splitter
            {...inspectorLimits}
            {...inspectorWidth}
            pane="after"
            className="frame-inspector-splitter"
          />
        )}
        {hasInspector && inspector}
      </div>
    </div>
  );
}
