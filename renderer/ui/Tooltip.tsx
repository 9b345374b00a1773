import type { ComponentProps, ReactElement } from 'react';
import { Focusable, Tooltip as Bubble, TooltipTrigger } from 'react-aria-components';

import { Kbd } from './Kbd.tsx';
import './Tooltip.css';

export type FocusableElement = ReactElement<ComponentProps<'button'>, 'button'>;

export interface TooltipProps {
  readonly text: string;
  readonly keys?: string;
  /** True where the text repeats the control's own name, so that it is not read twice. */
  readonly isName?: boolean;
  /** One focusable element with a role (a Button, a link). */
  readonly children: FocusableElement;
}

export function Tooltip({ text, keys, isName = false, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      <Focusable>{children}</Focusable>
      <Bubble className="tooltip" offset={6} placement="bottom">
        <span aria-hidden={isName || undefined}>{text}</span>
        {keys && <Kbd keys={keys} />}
      </Bubble>
    </TooltipTrigger>
  );
}
