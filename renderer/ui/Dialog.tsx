import type { ReactNode } from 'react';
import {
  Dialog as AriaDialog,
  Heading,
  Modal,
  ModalOverlay,
} from 'react-aria-components';

import { classes } from './given.ts';
import './Dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Escape, or the caller's own button. Clicking outside does not close: nothing typed is lost by a slip. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the main one last; give the safe one autoFocus. */
  readonly actions?: ReactNode;
  readonly width?: 'narrow' | 'standard' | 'wide';
  /** alertdialog for what undo cannot mend. */
  readonly role?: 'dialog' | 'alertdialog';
  /** The palette: a click outside closes, and there is no padding or visible title. */
  readonly isBare?: boolean;
}

export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, actions, width = 'standard' } = props;
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      isDismissable={props.isBare ?? false}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal
        className={classes('dialog', `dialog-${width}`, props.isBare && 'dialog-bare')}
      >
        <AriaDialog className="dialog-box" role={props.role ?? 'dialog'}>
          <Heading
            slot="title"
            level={2}
            className={props.isBare ? 'visually-hidden' : 'dialog-title'}
          >
            {title}
          </Heading>
          <div className="dialog-content">{children}</div>
          {actions && <div className="dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
