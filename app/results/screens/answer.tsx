import { useId, useState, type ReactNode } from "react";
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
  /** Numbers that stand below the sentence even where the rest is folded. */
  first?: ReactNode;
  /** The table, and then the chart. */
  children?: ReactNode;
  chart?: ReactNode;
  /** On a phone the table and the chart come with a tap: the sentences of a page stand close together there. */
  folds?: boolean;
}

/** One answer of the room: a sentence first, then its table, then a small chart. */
export function Answer({
  title,
  sentence,
  warning,
  file,
  first,
  children,
  chart,
  folds = false,
}: AnswerProps) {
  return (
    <Section title={title} aside={file && <Files {...file} title={title} />}>
      <div className={css.answer}>
        <p className={css.sentence}>{sentence}</p>
        {warning !== undefined && <p className={css.warning}>{warning}</p>}
        {first}
        {folds ? (
          <Folded title={title} more={first !== undefined}>
            {children}
            {chart}
          </Folded>
        ) : (
          <>
            {children}
            {chart}
          </>
        )}
      </div>
    </Section>
  );
}

function Folded({ title, more, children }: { title: string; more: boolean; children: ReactNode }) {
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={css.unfold}
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setShown(!shown)}
      >
        {shown ? "Hide the numbers" : more ? "More numbers" : "The numbers"}
        <span className="only-heard"> of “{title}”</span>
      </button>
      <div id={id} className={`${css.answer} ${shown ? "" : css.folded}`}>
        {children}
      </div>
    </>
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
