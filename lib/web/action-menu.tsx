import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import css from "./action-menu.module.css";

interface ActionMenuProps {
  /** What stands on the button. */
  children: ReactNode;
  /** When that is a sign and not words: "More for Anna Meier". */
  label?: string;
  actions: readonly { label: string; run: () => void }[];
}

/** The lesser actions behind one quiet button. */
export function ActionMenu({ children, label, actions }: ActionMenuProps) {
  const place = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState(false);
  const [atLeft, setAtLeft] = useState(false);
  useEffect(() => {
    if (!opened) return undefined;
    const beside = (event: Event) => {
      if (event.target instanceof Node && place.current?.contains(event.target) === false) setOpened(false);
    };
    document.addEventListener("pointerdown", beside);
    document.addEventListener("focusin", beside);
    return () => {
      document.removeEventListener("pointerdown", beside);
      document.removeEventListener("focusin", beside);
    };
  }, [opened]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !opened) return;
    event.preventDefault();
    event.stopPropagation();
    setOpened(false);
    place.current?.querySelector("button")?.focus();
  };
  return (
    <div ref={place} className={css.place} onKeyDown={onKeyDown}>
      <button
        type="button"
        className={css.opener}
        aria-label={label}
        aria-expanded={opened}
        onClick={({ currentTarget }) => {
          setAtLeft(currentTarget.getBoundingClientRect().left < innerWidth / 2);
          setOpened(!opened);
        }}
      >
        {children}
      </button>
      {opened && (
        <ul className={`${css.list} ${atLeft ? css.atLeft : ""}`}>
          {actions.map((action) => (
            <li key={action.label}>
              <button
                type="button"
                className={css.action}
                onClick={() => {
                  setOpened(false);
                  action.run();
                }}
              >
                {action.label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
