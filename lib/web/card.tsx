import type { ReactNode } from "react";
import { createContext, use, useId } from "react";
import css from "./card.module.css";

const InSection = createContext(false);

interface CardProps {
  children: ReactNode;
  /** Serif, as a name or a sentence. */
  title?: ReactNode;
  /** Soft line below the title. */
  below?: ReactNode;
  /** At the right of the title: a Pill, or a quiet button. */
  aside?: ReactNode;
  /** At most one primary button, first. */
  actions?: ReactNode;
}

/** A box: only where something can be done or opened. */
export function Card({ children, title, below, aside, actions }: CardProps) {
  const id = useId();
  const Heading = use(InSection) ? "h3" : "h2";
  return (
    <section className={css.card} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <header className={css.head}>
          <div className={css.names}>
            <Heading id={id} className={css.title}>
              {title}
            </Heading>
            {below !== undefined && <p className={css.below}>{below}</p>}
          </div>
          {aside}
        </header>
      )}
      {children}
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </section>
  );
}

/** A small grey heading with what belongs to it, without a box. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={css.section} aria-labelledby={id}>
      <header className={css.label}>
        <h2 id={id} className={css.labelText}>
          {title}
        </h2>
        {aside}
      </header>
      <InSection value>{children}</InSection>
    </section>
  );
}

/** For pages that are read and not compared: no wider than a comfortable line. */
export function Column({ children }: { children: ReactNode }) {
  return <div className={css.column}>{children}</div>;
}

/** What somebody said or could say, in serif with a green edge. */
export function Quote({ children }: { children: ReactNode }) {
  return <blockquote className={css.quote}>{children}</blockquote>;
}
