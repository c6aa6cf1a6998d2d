import { useEffect, useId, useRef } from "react";
import type { MouseEvent, ReactNode } from "react";
import { systemClock } from "#lib/kernel/clock.ts";
import { useBackCloses } from "./back-closes.ts";
import { CloseIcon } from "./icons.tsx";
import css from "./sheet.module.css";

const GESTURE_MS = 500;

interface SheetProps {
  title: string;
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
}

/**
 * Over the page: from the bottom on a phone, in the middle at a desk. Escape, the cross and the browser's way back close it, and a press
 * beside it while nothing was written, unless it belongs to the double click that opened it; the focus goes back to where it was. Closed, it has no content.
 */
export function Sheet({ title, opened, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const written = useRef(false);
  const openedAt = useRef(0);
  const id = useId();
  useBackCloses(opened, onClose);
  useEffect(() => {
    const { current } = dialog;
    if (current === null || current.open === opened) return;
    if (!opened) return current.close();
    written.current = false;
    current.showModal();
    openedAt.current = systemClock.now().getTime();
    // React's autoFocus came too early: nothing in a closed dialog can have the focus.
    const first = current.querySelector("[data-autofocus]") ?? current.querySelector("h2");
    if (first instanceof HTMLElement) first.focus();
  }, [opened]);
  const pressedBeside = (event: MouseEvent) => {
    if (event.target !== dialog.current || written.current) return;
    if (systemClock.now().getTime() - openedAt.current >= GESTURE_MS) return onClose();
    // It would take the focus away.
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className={css.sheet}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={() => opened && onClose()}
      onMouseDown={pressedBeside}
      onInput={() => {
        written.current = true;
      }}
    >
      {opened && (
        <div className={css.inside}>
          <header className={css.head}>
            <h2 id={id} tabIndex={-1} className={css.title}>
              {title}
            </h2>
            <button type="button" className={css.close} aria-label="Close" onClick={onClose}>
              <CloseIcon />
            </button>
          </header>
          {children}
        </div>
      )}
    </dialog>
  );
}
