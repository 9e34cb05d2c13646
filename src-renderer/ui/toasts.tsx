import { useEffect, useState } from 'react';
import { dismissToast, type Toast as ToastModel, useShell } from '../shell';
import { words } from '../words/words';
import { Button, IconButton } from './button';
import { CloseIcon } from './icons';

const SHORT_MS = 6_000;
/** One that offers something stays longer. */
const LONG_MS = 12_000;

/** What happened, in passing. Errors stand above dialogs and stay until they are put away. */
export function Toasts() {
  const toasts = useShell((state) => state.toasts);
  return (
    <>
      {(['plain', 'error'] as const).map((tone) => (
        <section
          key={tone}
          className={`toasts toasts-${tone}`}
          aria-label={tone === 'plain' ? words.messages : words.errors}
          aria-live={tone === 'plain' ? 'polite' : 'assertive'}
        >
          {toasts
            .filter((toast) => toast.tone === tone)
            .map((toast) => (
              <Toast key={toast.id} toast={toast} />
            ))}
        </section>
      ))}
    </>
  );
}

function Toast({ toast }: { toast: ToastModel }) {
  // While somebody reads it or is about to press its button it stays.
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld || toast.tone === 'error') return;
    const timer = setTimeout(() => dismissToast(toast.id), toast.action ? LONG_MS : SHORT_MS);
    return () => clearTimeout(timer);
  }, [isHeld, toast]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps it from going away.
    <div
      className={`toast toast-${toast.tone}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{toast.text}</p>
      {toast.action ? (
        <Button
          tone="quiet"
          small
          onPress={() => {
            dismissToast(toast.id);
            toast.action?.perform();
          }}
        >
          {toast.action.label}
        </Button>
      ) : null}
      <IconButton label={words.dismiss} onPress={() => dismissToast(toast.id)}>
        <CloseIcon />
      </IconButton>
    </div>
  );
}
