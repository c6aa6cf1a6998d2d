import { useState } from "react";
import type { Me } from "#team/me-view.ts";
import { mayChangeFor } from "#team/member.ts";
import type { Page } from "#lib/kernel/page.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { moneyText } from "#lib/web/words.ts";
import { shortDay } from "#lib/kernel/day-words.ts";
import type { FactView } from "../scorecard-view.ts";
import { factText, pageOfFact, undoOf } from "./fact-words.tsx";
import type { KpiLine } from "./kpi-words.ts";
import css from "./facts-sheet.module.css";

/** Which number was pressed. */
export interface Opened {
  line: KpiLine;
  /** "week of 16 November", "North, November" */
  about: string;
  from: string;
  to: string;
  /** member=…, team=… or neither. */
  whose: { member?: string; team?: string };
}

/** The facts behind one number; each can be gone to, and taken back by whoever may. */
export function FactsSheet({ opened, me, onClose }: { opened: Opened | null; me: Me; onClose: () => void }) {
  return (
    <Sheet title={opened?.line.label ?? ""} opened={opened !== null} onClose={onClose}>
      {opened !== null && (
        <>
          <p className={css.about}>{opened.about}</p>
          <Facts opened={opened} me={me} onGo={onClose} />
        </>
      )}
    </Sheet>
  );
}

interface FactsProps {
  opened: Opened;
  me: Me;
  onGo: () => void;
  cursor?: string;
}

/** One page of them, and the next one when it is asked for. */
function Facts({ opened, me, onGo, cursor }: FactsProps) {
  const [more, setMore] = useState(false);
  const { line, from, to, whose } = opened;
  const query = { measure: line.kpi, from, to, ...whose, limit: 50, cursor };
  const facts = useRead<Page<FactView>>("/scorecard/facts", query, { keep: true });
  if (facts.problem) return <Trouble problem={facts.problem} again={facts.again} />;
  if (facts.data === undefined) return <Loading lines={3} />;
  if (facts.data.items.length === 0 && cursor === undefined) return <Empty>{line.nothing}</Empty>;
  const { items, nextCursor } = facts.data;
  return (
    <>
      <ul className={css.facts}>
        {items.map((fact) => (
          <Fact key={fact.id} fact={fact} me={me} named={whose.member === undefined} onGo={onGo} />
        ))}
      </ul>
      {nextCursor !== null && !more && <Button onClick={() => setMore(true)}>Show more</Button>}
      {nextCursor !== null && more && <Facts opened={opened} me={me} onGo={onGo} cursor={nextCursor} />}
    </>
  );
}

function Fact({ fact, me, named, onGo }: { fact: FactView; me: Me; named: boolean; onGo: () => void }) {
  const say = useUndo();
  const undo = useWrite((path: string, gesture) => write("DELETE", path, undefined, gesture), {
    refresh: [
      "/scorecard",
      "/timeline",
      "/asks",
      "/referrals",
      "/meetings",
      "/deals",
      "/given",
      "/people",
      "/accounts",
    ],
    done: () => say("Taken back. The numbers of its week, month and quarter follow."),
  });
  const may = mayChangeFor(me, { memberId: fact.member.id, teamId: fact.member.teamId });
  const path = undoOf(fact);
  return (
    <li className={css.fact}>
      <div className={css.words}>
        <p className={css.what}>{factText(fact)}</p>
        <p className={css.soft}>
          <Go to={pageOfFact(fact)} onClick={onGo}>
            {shortDay(fact.day, me.today)}
          </Go>
          {named && ` · ${fact.member.name}`}
          {fact.money !== null && ` · ${moneyText(fact.money)}`}
        </p>
        {undo.problem && <FormError problem={undo.problem} />}
      </div>
      {fact.member.id !== me.member.id && <Parts on="fact" id={fact.id} seldom />}
      {may && path !== null && (
        <Button
          tone="quiet"
          busy={undo.busy}
          label={`Take back: ${fact.person?.name ?? fact.what ?? fact.day}`}
          onClick={() => undo.send(path)}
        >
          Take back
        </Button>
      )}
    </li>
  );
}
