import { useEffect, useId, useRef } from "react";
import type { MouseEvent, ReactNode } from "react";
import { CloseIcon } from "./icons.tsx";
import css from "./sheet.module.css";

interface SheetProps {
  title: string;
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
}

/**
 * Over the page: from the bottom on a phone, in the middle at a desk. Escape, the cross and a press beside it close
 * it; the focus goes back to where it was. The content is not there while it is closed.
 */
export function Sheet({ title, opened, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (opened && dialog.current?.open === false) dialog.current.showModal();
    if (!opened && dialog.current?.open === true) dialog.current.close();
  }, [opened]);
  const pressedBeside = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
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
    >
      {opened && (
        <div className={css.inside}>
          <header className={css.head}>
            <h2 id={id} className={css.title}>
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
