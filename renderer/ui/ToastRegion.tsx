import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';

import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { hideToast, subscribeToToasts, toastNow } from './toasts.ts';
import './ToastRegion.css';

export interface ToastRegionProps {
  readonly closeLabel: string;
}

const standsFor = 6000;

/** Rendered once, by the shell; see showToast(). Its time stands still while it is pointed at or has focus. */
export function ToastRegion({ closeLabel }: ToastRegionProps) {
  const toast = useSyncExternalStore(subscribeToToasts, toastNow);
  const [isHeld, setIsHeld] = useState(false);
  const id = toast?.id;
  useEffect(() => {
    if (id === undefined || isHeld) return;
    const timer = setTimeout(() => hideToast(id), standsFor);
    return () => clearTimeout(timer);
  }, [id, isHeld]);
  useEffect(() => {
    if (id === undefined) setIsHeld(false);
  }, [id]);

  return (
    <div className="toast-region" role="status">
      {toast && (
        <div
          key={toast.id}
          className="toast"
          onPointerEnter={() => setIsHeld(true)}
          onPointerLeave={() => setIsHeld(false)}
          onFocus={() => setIsHeld(true)}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) setIsHeld(false);
          }}
        >
          <span className="toast-words">{toast.words}</span>
          {toast.action && (
            <Button
              kind="link"
              onPress={() => {
                const { onAction } = toast.action ?? {};
                hideToast(toast.id);
                onAction?.();
              }}
            >
              {toast.action.words}
            </Button>
          )}
          <IconButton icon={X} label={closeLabel} onPress={() => hideToast(toast.id)} />
        </div>
      )}
    </div>
  );
}
