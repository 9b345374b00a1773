import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';

import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { hideToast, subscribeToToasts, type Toast, toastNow } from './toasts.ts';
import './ToastRegion.css';

export interface ToastRegionProps {
  readonly closeLabel: string;
}

const standsFor = 6000;

function ToastBox({ toast, closeLabel }: ToastRegionProps & { readonly toast: Toast }) {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    const timer = isHeld ? undefined : setTimeout(() => hideToast(toast.id), standsFor);
    return () => clearTimeout(timer);
  }, [toast.id, isHeld]);
  const act = () => {
    hideToast(toast.id);
    toast.action?.onAction();
  };
  return (
    <div
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
        <Button kind="link" onPress={act}>
          {toast.action.words}
        </Button>
      )}
      <IconButton icon={X} label={closeLabel} onPress={() => hideToast(toast.id)} />
    </div>
  );
}

/** Rendered once, by the shell; see showToast(). Its time stands still while it is pointed at or has focus. */
export function ToastRegion({ closeLabel }: ToastRegionProps) {
  const toast = useSyncExternalStore(subscribeToToasts, toastNow);
  return (
    <div className="toast-region" role="status">
      {toast && <ToastBox key={toast.id} toast={toast} closeLabel={closeLabel} />}
    </div>
  );
}
