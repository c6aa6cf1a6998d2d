import { createContext, use, useCallback, useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { asProblem } from "./api.ts";
import { isWriting } from "./keys.ts";
import css from "./undo-toast.module.css";

const STAYS_MS = 10_000;

interface Toast {
  said: string;
  undo?: () => Promise<unknown>;
}

/** Say what was done, with a way back. Without `undo` it is only said. */
type Say = (said: string, undo?: () => Promise<unknown>) => void;

const SayContext = createContext<Say>(() => undefined);

/** `const say = useUndo(); say("Logged.", () => write("DELETE", `/asks/${id}`));` */
export function useUndo(): Say {
  return use(SayContext);
}

/** Holds the one toast there is. It waits while the pointer or the focus is on it. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const [held, setHeld] = useState(false);
  const say = useCallback<Say>((said, undo) => {
    setHeld(false);
    setToast(undo === undefined ? { said } : { said, undo });
  }, []);
  useEffect(() => {
    if (toast === null || held) return undefined;
    const timer = setTimeout(() => setToast(null), STAYS_MS);
    return () => clearTimeout(timer);
  }, [toast, held]);
  return (
    <SayContext value={say}>
      {children}
      <ToastPlace toast={toast} onHold={setHeld} say={say} onClose={() => setToast(null)} />
    </SayContext>
  );
}

interface ToastPlaceProps {
  toast: Toast | null;
  onHold: (held: boolean) => void;
  say: Say;
  onClose: () => void;
}

function ToastPlace({ toast, onHold, say, onClose }: ToastPlaceProps) {
  const place = useRef<HTMLDivElement>(null);
  const [busy, setBusy] = useState(false);
  // A popover, so that it is drawn above an open sheet too; shown anew to come on top of a later one.
  useEffect(() => {
    if (place.current?.matches(":popover-open") === true) place.current.hidePopover();
    if (toast !== null) place.current?.showPopover();
  }, [toast]);
  const undo = async () => {
    if (toast?.undo === undefined) return;
    setBusy(true);
    try {
      await toast.undo();
      say("Undone.");
    } catch (thrown) {
      say(`Not undone. ${asProblem(thrown).reason}`, toast.undo);
    } finally {
      setBusy(false);
    }
  };
  useUndoKey(toast?.undo === undefined || busy ? undefined : () => void undo());
  return createPortal(
    <>
      <p role="status" className="only-heard">
        {toast === null ? "" : `${toast.said}${toast.undo === undefined ? "" : " Control Z takes it back."}`}
      </p>
      <div
        ref={place}
        popover="manual"
        role="region"
        aria-label="Last change"
        className={css.place}
        onMouseEnter={() => onHold(true)}
        onMouseLeave={() => onHold(false)}
        onFocus={() => onHold(true)}
        onBlur={() => onHold(false)}
      >
        <span>{toast?.said}</span>
        {toast?.undo !== undefined && (
          <button type="button" className={css.undo} disabled={busy} onClick={() => void undo()}>
            {busy ? "Undoing…" : "Undo"}
          </button>
        )}
        {toast !== null && (
          <button type="button" className={css.close} aria-label="Close this note" onClick={onClose}>
            ×
          </button>
        )}
      </div>
    </>,
    document.body,
  );
}

function useUndoKey(undo: (() => void) | undefined): void {
  useEffect(() => {
    if (undo === undefined) return undefined;
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || isWriting(event))
        return;
      event.preventDefault();
      undo();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [undo]);
}
