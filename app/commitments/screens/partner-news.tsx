import { Button, GoButton } from "#lib/web/button.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { callName } from "#people/call-name.ts";
import type { MyWeekView } from "../week-view.ts";
import { usePartnership } from "./use-week.ts";
import css from "./week.module.css";

/** On Today: who wants one as a partner, that one's own is gone, and that those one leads have none. */
export function PartnerNews({ news: { wanted, lost, unpaired } }: { news: MyWeekView["partners"] }) {
  return (
    <>
      {wanted.map((each) => (
        <Wanted key={each.id} partnership={each} />
      ))}
      {lost !== null && (
        <div className={css.between}>
          <p className={css.quiet}>
            {lost.why === "quarter-over"
              ? `Your quarter with ${called(lost.names)} is over.`
              : `${called(lost.names)} and you are partners no longer.`}
          </p>
          <GoButton to="/week">Choose a partner</GoButton>
        </div>
      )}
      {unpaired > 0 && (
        <div className={css.between}>
          <p className={css.quiet}>
            {unpaired === 1 ? "One rep has" : `${unpaired} reps have`} no partner since the quarter changed.
          </p>
          <GoButton to="/week/team">Pair for the quarter</GoButton>
        </div>
      )}
    </>
  );
}

function Wanted({ partnership: { id, names } }: { partnership: MyWeekView["partners"]["wanted"][number] }) {
  const { agree, part } = usePartnership(id);
  return (
    <div className={css.between}>
      <div className={css.said}>
        <p className={css.what}>{called(names)} wants you as a partner this quarter.</p>
        <p className={css.soft}>You would see each other’s promises and check-ins.</p>
      </div>
      <div className={css.acts}>
        <Button busy={agree.busy} onClick={() => agree.send()}>
          Yes
        </Button>
        <Button tone="quiet" busy={part.busy} onClick={() => part.send()}>
          No
        </Button>
      </div>
      <FormError problem={agree.problem ?? part.problem} />
    </div>
  );
}

function called(names: readonly string[]): string {
  return names.map(callName).join(" and ");
}
