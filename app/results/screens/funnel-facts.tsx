import { useState } from "react";
import type { Day } from "#lib/kernel/days.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import type { FunnelFactView } from "../funnel-view.ts";
import { factWords, STEP_WORDS, type FunnelOf } from "./funnel-words.ts";
import css from "./funnel.module.css";

/** Which number was pressed. */
export interface OpenedFunnel {
  of: FunnelOf;
  /** "North, asked from 5 January to 29 March" */
  about: string;
  query: { from: Day; to: Day; member?: string; team?: string; by?: "introduction" };
}

/** The asks or introductions behind a number; each leads to its page. */
export function FunnelFacts({
  opened,
  today,
  onClose,
}: {
  opened: OpenedFunnel | null;
  today: Day;
  onClose: () => void;
}) {
  return (
    <Sheet
      title={opened === null ? "" : STEP_WORDS[opened.of].name}
      opened={opened !== null}
      onClose={onClose}
    >
      {opened !== null && <Sides opened={opened} today={today} onClose={onClose} />}
    </Sheet>
  );
}

interface ListProps {
  opened: OpenedFunnel;
  today: Day;
  onClose: () => void;
}

function Sides(props: ListProps) {
  const [side, setSide] = useState<"came" | "rest">("came");
  const { came, rest } = STEP_WORDS[props.opened.of];
  return (
    <>
      <p className={css.soft}>{props.opened.about}</p>
      <Toggle
        label="Which"
        value={side}
        options={[
          { value: "came", label: came },
          { value: "rest", label: rest },
        ]}
        onChange={setSide}
        wide
      />
      <List key={side} {...props} came={side === "came"} />
    </>
  );
}

function List({ opened, today, onClose, came, cursor }: ListProps & { came: boolean; cursor?: string }) {
  const [more, setMore] = useState(false);
  const query = { ...opened.query, of: opened.of, came: String(came), limit: 50, cursor };
  const facts = useRead<Page<FunnelFactView>>("/results/funnel/facts", query, { keep: true });
  if (facts.problem) return <Trouble problem={facts.problem} again={facts.again} />;
  if (facts.data === undefined) return <Loading lines={3} />;
  const { items, nextCursor } = facts.data;
  if (items.length === 0 && cursor === undefined) return <Empty>There is none in these weeks.</Empty>;
  return (
    <>
      <ul className={css.facts}>
        {items.map((fact) => {
          const { title, below, to } = factWords(opened.of, fact, today);
          return (
            <li key={fact.id} className={css.fact}>
              <Go to={to} onClick={onClose}>
                {title}
              </Go>
              <p className={css.soft}>{below}</p>
            </li>
          );
        })}
      </ul>
      {nextCursor !== null && !more && <Button onClick={() => setMore(true)}>Show more</Button>}
      {nextCursor !== null && more && (
        <List opened={opened} today={today} onClose={onClose} came={came} cursor={nextCursor} />
      )}
    </>
  );
}
