import { useState, type ReactNode } from "react";
import type { Page } from "#lib/kernel/page.ts";
import type { Query } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import figures from "./figures.module.css";

interface FactPagesProps<T> {
  path: string;
  query: Query;
  /** What to say where there is none. */
  empty: string;
  render: (fact: T) => ReactNode;
  cursor?: string;
}

/** The facts behind a number, a page of them and the next one when it is asked for. */
export function FactPages<T extends { id: string }>({
  path,
  query,
  empty,
  render,
  cursor,
}: FactPagesProps<T>) {
  const [more, setMore] = useState(false);
  const facts = useRead<Page<T>>(path, { ...query, limit: 50, cursor }, { keep: true });
  if (facts.problem) return <Trouble problem={facts.problem} again={facts.again} />;
  if (facts.data === undefined) return <Loading lines={3} />;
  const { items, nextCursor } = facts.data;
  if (items.length === 0 && cursor === undefined) return <Empty>{empty}</Empty>;
  return (
    <>
      <ul className={figures.facts}>
        {items.map((fact) => (
          <li key={fact.id} className={figures.fact}>
            {render(fact)}
          </li>
        ))}
      </ul>
      {nextCursor !== null && !more && <Button onClick={() => setMore(true)}>Show more</Button>}
      {nextCursor !== null && more && (
        <FactPages path={path} query={query} empty={empty} render={render} cursor={nextCursor} />
      )}
    </>
  );
}

/** A fact that leads to its page, over what is said of it. */
export function FactLine({
  title,
  below,
  to,
  onClose,
}: {
  title: string;
  below: string;
  to: string;
  onClose: () => void;
}) {
  return (
    <>
      <Go to={to} onClick={onClose}>
        {title}
      </Go>
      <p className={figures.soft}>{below}</p>
    </>
  );
}
