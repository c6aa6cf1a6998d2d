import type { Day } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { clockOf, sizeOf } from "../take.ts";
import type { TakeView } from "../take-view.ts";
import { whoSees } from "./shared-so-far.tsx";
import { useWithdrawTake } from "./use-takes.ts";
import css from "./mirror.module.css";

/** What one shares, whichever device it was recorded on. */
export function SharedByMe({ take, today }: { take: TakeView; today: Day }) {
  const withdraw = useWithdrawTake(take.id);
  const { scenarioName, seconds, bytes, received } = take;
  return (
    <div className={css.take}>
      <p>
        <strong>{scenarioName}</strong> · {clockOf(seconds)} · {sizeOf(bytes)}
      </p>
      <p className={css.soft}>
        {whoSees(take, today)}
        {received < bytes && " Not all of it has arrived: go on from the device it was recorded on."}
      </p>
      <FormError problem={withdraw.problem} />
      <div className={css.actions}>
        <Button
          tone="danger"
          busy={withdraw.busy}
          label={`Withdraw it: ${scenarioName}, ${clockOf(seconds)}`}
          onClick={() => withdraw.send(null)}
        >
          Withdraw it
        </Button>
      </div>
    </div>
  );
}
