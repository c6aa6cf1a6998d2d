import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import type { Me } from "#team/me-view.ts";
import type { BarrierMeasure } from "../barrier.ts";
import type { BarrierFactView, BarriersView } from "../barrier-view.ts";
import { factWords, MEASURE_WORDS } from "./barrier-words.ts";
import css from "./priority.module.css";

interface BarrierFactsProps {
  /** Null: closed. */
  measure: BarrierMeasure | null;
  data: BarriersView;
  me: Me;
  onClose: () => void;
}

/** What one measure was counted from. */
export function BarrierFacts({ measure, data, me, onClose }: BarrierFactsProps) {
  return (
    <Sheet
      title={measure === null ? "" : MEASURE_WORDS[measure].name}
      opened={measure !== null}
      onClose={onClose}
    >
      {measure !== null && <Facts measure={measure} data={data} me={me} onClose={onClose} />}
    </Sheet>
  );
}

function Facts({ measure, data, me, onClose }: BarrierFactsProps & { measure: BarrierMeasure }) {
  const [side, setSide] = useState<"counts" | "rest">("counts");
  const { of, sides } = MEASURE_WORDS[measure];
  const { start, end } = data.span;
  return (
    <>
      <p className={css.soft}>
        {data.team?.name ?? me.workspace.name}, {dayText(start, me.today)} to {dayText(end, me.today)}: {of}.
      </p>
      {sides !== null && (
        <Toggle
          label="Which"
          value={side}
          options={[
            { value: "counts", label: sides.counts },
            { value: "rest", label: sides.rest },
          ]}
          onChange={setSide}
          wide
        />
      )}
      <FactList
        key={side}
        measure={measure}
        counts={side === "counts"}
        data={data}
        me={me}
        onClose={onClose}
      />
    </>
  );
}

interface FactListProps {
  measure: BarrierMeasure;
  counts: boolean;
  data: BarriersView;
  me: Me;
  onClose: () => void;
  cursor?: string;
}

function FactList({ measure, counts, data, me, onClose, cursor }: FactListProps) {
  const [more, setMore] = useState(false);
  const query = {
    from: data.span.start,
    to: data.span.end,
    team: data.team?.id,
    counts: String(counts),
    limit: 50,
    cursor,
  };
  const facts = useRead<Page<BarrierFactView>>(`/barriers/${measure}/facts`, query, { keep: true });
  if (facts.problem) return <Trouble problem={facts.problem} again={facts.again} />;
  if (facts.data === undefined) return <Loading lines={3} />;
  const { items, nextCursor } = facts.data;
  if (items.length === 0 && cursor === undefined) return <Empty>There is none in this time.</Empty>;
  return (
    <>
      <ul className={css.lines}>
        {items.map((fact) => {
          const { title, below, to } = factWords(measure, fact, me.today);
          return (
            <li key={fact.id} className={css.line}>
              <div className={css.about}>
                <p className={css.name}>
                  {to === null ? (
                    title
                  ) : (
                    <Go to={to} onClick={onClose}>
                      {title}
                    </Go>
                  )}
                </p>
                <p className={css.soft}>{below}</p>
              </div>
            </li>
          );
        })}
      </ul>
      {nextCursor !== null && !more && <Button onClick={() => setMore(true)}>Show more</Button>}
      {nextCursor !== null && more && (
        <FactList
          measure={measure}
          counts={counts}
          data={data}
          me={me}
          onClose={onClose}
          cursor={nextCursor}
        />
      )}
    </>
  );
}
