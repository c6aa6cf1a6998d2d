import type { ReactNode } from "react";
import { Card, Quote } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import type { PromiseView, WeekView } from "../week-view.ts";
import { PromiseLine } from "./promise-line.tsx";
import { useTellPromise } from "./use-week.ts";
import css from "./week.module.css";

interface PromisesCardProps {
  week: WeekView;
  title: ReactNode;
  below?: ReactNode;
  /** False for whoever only reads. */
  mine: boolean;
  actions?: ReactNode;
}

/** What was promised, what of it is kept, what about, and what was learned. */
export function PromisesCard({ week, title, below, mine, actions }: PromisesCardProps) {
  const mayTell = mine && week.waiting;
  return (
    <Card title={title} below={below} actions={actions}>
      <ul className={css.lines}>
        {week.promises.map((promise) => (
          <PromiseLine key={promise.id} promise={promise}>
            {mayTell && promise.kind === "own" && promise.state === "open" && (
              <KeptInOneTap promise={promise} />
            )}
          </PromiseLine>
        ))}
      </ul>
      {week.plan?.topics != null && (
        <>
          <p className={css.soft}>To talk about</p>
          <Quote>
            <p className={css.written}>{week.plan.topics}</p>
          </Quote>
        </>
      )}
      {week.checkIn !== null && (
        <>
          <p className={css.soft}>{week.checkIn.learned === null ? "Told, without a lesson" : "Learned"}</p>
          {week.checkIn.learned !== null && (
            <Quote>
              <p className={css.written}>{week.checkIn.learned}</p>
            </Quote>
          )}
        </>
      )}
    </Card>
  );
}

function KeptInOneTap({ promise }: { promise: PromiseView }) {
  const tell = useTellPromise(promise.id, promise.told);
  return (
    <div className={css.acts}>
      <button
        type="button"
        className={css.chip}
        disabled={tell.busy}
        onClick={() => tell.send({ how: "kept", why: null, next: null })}
      >
        Kept
      </button>
      <FormError problem={tell.problem} />
    </div>
  );
}
