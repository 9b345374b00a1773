import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

import { classes } from './given.ts';
import { IconButton } from './IconButton.tsx';
import './Dialog.css';
import './Sheet.css';

export interface SheetProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly closeLabel: string;
  readonly side?: 'right' | 'left' | 'bottom';
  readonly width?: 'standard' | 'wide';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** A modal that comes in from an edge: keyboard help, navigation in one column. Click outside and Escape close. */
export function Sheet(props: SheetProps) {
  const { title, isOpen, onClose, closeLabel, side = 'right', children, actions } = props;
  return (
    <ModalOverlay
      className={classes('veil', 'sheet-veil', `sheet-veil-${side}`)}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={classes('sheet', `sheet-${props.width ?? 'standard'}`)}>
        <Dialog className="dialog-box">
          <div className="sheet-head">
            <Heading slot="title" level={2} className="sheet-title">
              {title}
            </Heading>
            <IconButton icon={X} label={closeLabel} onPress={onClose} />
          </div>
          <div className="dialog-content">{children}</div>
          {actions && <div className="dialog-actions">{actions}</div>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
