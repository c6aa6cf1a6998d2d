import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { useScreens } from "./screens.ts";
import css from "./page-heading.module.css";

interface PageHeadingProps {
  /** A sentence that says what matters: "Three conversations, then you are done". Also the window's title. */
  children: string;
  below?: ReactNode;
  /** The page's one primary action, or a Toggle. */
  action?: ReactNode;
}

/** The page's one h1. Takes the focus when somebody came here by a link, so that a screen reader says it. */
export function PageHeading({ children, below, action }: PageHeadingProps) {
  const screens = useScreens();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${children} · ${screens.name}`;
  }, [children, screens.name]);
  useEffect(() => {
    if (document.activeElement?.id === "main") heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className={css.head}>
      <div className={css.words}>
        <h1 ref={heading} tabIndex={-1} className={css.title}>
          {children}
        </h1>
        {below !== undefined && <p className={css.below}>{below}</p>}
      </div>
      {action !== undefined && <div className={css.action}>{action}</div>}
    </header>
  );
}
