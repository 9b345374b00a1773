import { X } from 'lucide-react';
import { useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';

import { useInspector } from './inspector.ts';
import { Inspector, type InspectorProps } from './ui/frame/Inspector.tsx';
import { useFrameSize } from './ui/frame/useFrameSize.ts';
import { given } from './ui/given.ts';
import { IconButton } from './ui/IconButton.tsx';
import { useWords } from './words.ts';

/** The current workspace's inspector, drawn where the frame keeps it; nothing while it is hidden (F4). */
export function InspectorPane({ actions, title, ...others }: InspectorProps) {
  const { say } = useWords();
  const { slot, isOpen, addPane, setOpen } = useInspector();
  const liesOver = useFrameSize() === 'sheet';
  useLayoutEffect(addPane, [addPane]);
  if (!slot || !isOpen) return null;
  const close = liesOver && (
    <IconButton
      icon={X}
      label={say('shell.inspector.close')}
      onPress={() => setOpen(false)}
    />
  );
  return createPortal(
    <Inspector
      {...others}
      title={title ?? others.label}
      {...given({
        actions:
          actions || close ? (
            <>
              {actions}
              {close}
            </>
          ) : undefined,
      })}
    />,
    slot,
  );
}
