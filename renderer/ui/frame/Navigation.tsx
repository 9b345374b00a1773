import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useId } from 'react';

import { classes, given } from '../given.ts';
import { Icon } from '../Icon.tsx';
import { type FocusableElement, Tooltip } from '../Tooltip.tsx';
import './Navigation.css';

export interface NavigationProps {
  /** Accessible name. */
  readonly label: string;
  /** NavigationGroups and NavigationItems. */
  readonly children: ReactNode;
  /** Items that stand at the bottom. */
  readonly foot?: ReactNode;
  readonly id?: string;
}

export function Navigation({ label, children, foot, id }: NavigationProps) {
  return (
    <nav className="navigation" aria-label={label} id={id} data-pane tabIndex={-1}>
      <div className="navigation-items">{children}</div>
      {foot && <div className="navigation-foot">{foot}</div>}
    </nav>
  );
}

export interface NavigationGroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function NavigationGroup({ title, children }: NavigationGroupProps) {
  const id = useId();
  return (
    <div className="navigation-group" role="group" aria-labelledby={id}>
      <p className="navigation-title" id={id}>
        {title}
      </p>
      {children}
    </div>
  );
}

export interface NavigationItemProps {
  readonly icon?: LucideIcon;
  readonly words: string;
  /** A fact, in quiet ink; isCalling tints it (Att granska). */
  readonly count?: number | string;
  /** The count in words for the accessible name: "57 meningsenheter". */
  readonly countWords?: string;
  readonly isCalling?: boolean;
  readonly isCurrent: boolean;
  readonly keys?: string;
  /** Under its parent: a transcript opened lately. */
  readonly isSecondLevel?: boolean;
  /** The frame shows a rail: only the icon, with a tooltip. */
  readonly isRail?: boolean;
  readonly onPress: () => void;
}

function inTooltip(props: NavigationItemProps, item: FocusableElement) {
  if (!props.isRail && !props.keys) return item;
  return (
    <Tooltip text={props.words} isName {...given({ keys: props.keys })}>
      {item}
    </Tooltip>
  );
}

function Count(props: NavigationItemProps) {
  const { count, countWords, isCalling } = props;
  if (count === undefined) return null;
  return (
    <>
      <span
        className={classes('navigation-count', isCalling && 'navigation-count-calling')}
        aria-hidden={countWords ? true : undefined}
      >
        {count}
      </span>
      {countWords && <span className="visually-hidden">, {countWords}</span>}
    </>
  );
}

export function NavigationItem(props: NavigationItemProps) {
  const { icon, words, isCurrent, isRail, isSecondLevel } = props;
  if (isRail && isSecondLevel) return null;
  return inTooltip(
    props,
    <button
      type="button"
      className={classes(
        'navigation-item',
        isSecondLevel && 'navigation-item-second',
        isRail && 'navigation-item-rail',
      )}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={props.onPress}
    >
      {icon && <Icon of={icon} />}
      <span className={isRail ? 'visually-hidden' : 'navigation-words'}>{words}</span>
      <Count {...props} />
    </button>,
  );
}
