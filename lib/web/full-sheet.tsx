import { useEffect, useId, useRef } from "react";
import type { ReactNode } from "react";
import { CloseIcon } from "./icons.tsx";
import css from "./full-sheet.module.css";

interface FullSheetProps {
  title: string;
  /** Soft line below the title. */
  below?: ReactNode;
  onClose: () => void;
  children: ReactNode;
  /** Always in sight below what is read, where the thumb is. */
  foot?: ReactNode;
  /** Another one begins at its top, with the focus on its title. */
  step?: string;
}

/** A page that is nothing but itself: all of a phone, a tall sheet at a desk. Escape and the cross leave it. */
export function FullSheet({ title, below, onClose, children, foot, step = "" }: FullSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const { current } = dialog;
    if (current?.open === false) current.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={css.sheet}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A browser may close it without asking.
      onClose={() => dialog.current?.open === false && onClose()}
    >
      <header className={css.head}>
        <div className={css.names}>
          <Title key={step} id={id}>
            {title}
          </Title>
          {below !== undefined && <div className={css.below}>{below}</div>}
        </div>
        <button type="button" className={css.close} aria-label="Close" onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      <div key={step} className={css.reading}>
        {children}
      </div>
      {foot !== undefined && <footer className={css.foot}>{foot}</footer>}
    </dialog>
  );
}

/** Has the focus when it comes. In a dialog just opened the browser sees to that. */
function Title({ id, children }: { id: string; children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 id={id} ref={heading} tabIndex={-1} className={css.title}>
      {children}
    </h1>
  );
}
