import { useState } from "react";
import type { Day } from "#lib/kernel/days.ts";
import type { Query } from "#lib/web/api.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import type { FunnelFactView } from "../funnel-view.ts";
import { FactLine, FactPages } from "./fact-pages.tsx";
import type { FunnelOf } from "../funnel.ts";
import { factWords, STEP_WORDS } from "./funnel-words.ts";
import figures from "./figures.module.css";

const COUNTED = { "/results/funnel/facts": "ask", "/results/ahead/past/facts": "introduction" } as const;

/** Which number was pressed. */
export interface OpenedFunnel {
  of: FunnelOf;
  /** "North, asked from 5 January to 29 March" */
  about: string;
  /** What is counted: asks, or introductions. */
  path: keyof typeof COUNTED;
  query: Query;
  /** Only what has not come, under this name. */
  rest?: string;
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
  const title = opened === null ? "" : (opened.rest ?? STEP_WORDS[opened.of].name);
  return (
    <Sheet title={title} opened={opened !== null} onClose={onClose}>
      {opened !== null && (
        <>
          <p className={figures.soft}>{opened.about}</p>
          {opened.rest === undefined ? (
            <Sides opened={opened} today={today} onClose={onClose} />
          ) : (
            <List opened={opened} today={today} onClose={onClose} came={false} />
          )}
        </>
      )}
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

function List({ opened, today, onClose, came }: ListProps & { came: boolean }) {
  const counted = { of: opened.of, by: COUNTED[opened.path] };
  return (
    <FactPages<FunnelFactView>
      path={opened.path}
      query={{ ...opened.query, of: opened.of, came: String(came) }}
      empty="There is none in these weeks."
      render={(fact) => <FactLine {...factWords(counted, fact, today)} onClose={onClose} />}
    />
  );
}
