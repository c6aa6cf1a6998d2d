import type { ReactNode } from "react";
import { inAddress, type Query } from "#lib/web/api.ts";
import { LinkButton } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import css from "./results.module.css";

interface AnswerProps {
  /** What is asked: "How often we win". */
  title: string;
  /** The answer, with its numbers and its doubt: "Asked introductions win 12 of 40: 18 to 45 % …". */
  sentence: ReactNode;
  /** What makes it doubtful or easy to misread, in one line. */
  warning?: ReactNode;
  /** The same table as a file: the path without its ending. */
  file?: { path: string; query: Query };
  /** The table, and then the chart. */
  children?: ReactNode;
  chart?: ReactNode;
}

/** One answer of the room: a sentence first, then its table, then a small chart. */
export function Answer({ title, sentence, warning, file, children, chart }: AnswerProps) {
  return (
    <Section title={title} aside={file && <Files {...file} title={title} />}>
      <div className={css.answer}>
        <p className={css.sentence}>{sentence}</p>
        {warning !== undefined && <p className={css.warning}>{warning}</p>}
        {children}
        {chart}
      </div>
    </Section>
  );
}

function Files({ path, query, title }: { path: string; query: Query; title: string }) {
  return (
    <span className={css.files}>
      {(["csv", "xlsx"] as const).map((kind) => (
        <LinkButton
          key={kind}
          tone="quiet"
          href={`/api/v1${path}.${kind}${inAddress(query)}`}
          download={`results.${kind}`}
        >
          {kind.toUpperCase()}
          <span className="only-heard"> of “{title}”</span>
        </LinkButton>
      ))}
    </span>
  );
}
