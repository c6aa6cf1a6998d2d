import { shortDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Progress } from "#lib/web/progress.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { TakeView } from "../take-view.ts";
import { changeTake, type DeviceTake } from "./take-shelf.ts";
import { isOnItsWay, sendTake, stopSending, type Sending } from "./take-sending.ts";
import { useSharedTake } from "./use-shared-take.ts";
import { useWithdrawTake } from "./use-takes.ts";
import css from "./mirror.module.css";

/** Who sees a take and until when, how far it has come, and the way to withdraw it. */
export function SharedSoFar({ take, id }: { take: DeviceTake; id: string }) {
  const me = useMe();
  const { view, problem, sending } = useSharedTake(take);
  const withdraw = useWithdrawTake(id, () => {
    stopSending(id);
    void changeTake(take.id, { sharedId: null });
  });
  if (view === undefined || me === undefined)
    return problem === null ? <Loading /> : <FormError problem={problem} />;
  const received = Math.max(view.received, sending?.received ?? 0);
  return (
    <>
      <p>{whoSees(view, me.today)}</p>
      {received < view.bytes ? (
        <OnItsWay take={take} id={id} received={received} bytes={view.bytes} sending={sending} />
      ) : (
        <p className={css.soft}>All of it has arrived.</p>
      )}
      <FormError problem={withdraw.problem} />
      <div className={css.actions}>
        <Button tone="danger" busy={withdraw.busy} onClick={() => withdraw.send(null)}>
          Withdraw it
        </Button>
      </div>
    </>
  );
}

/** "Jonas Weber may see it until 18 December." */
export function whoSees({ viewers, untilDay }: TakeView, today: Day): string {
  return `${namesOf(viewers) || "Nobody"} may see it until ${shortDay(untilDay, today)}.`;
}

export function namesOf(viewers: TakeView["viewers"]): string {
  return viewers.map(({ name }) => name).join(", ");
}

interface OnItsWayProps {
  take: DeviceTake;
  id: string;
  received: number;
  bytes: number;
  sending: Sending | null;
}

function OnItsWay({ take, id, received, bytes, sending }: OnItsWayProps) {
  return (
    <>
      <Progress label="Sent, in MB" done={megabytes(received)} of={megabytes(bytes)} />
      <p className={css.soft}>
        {!isOnItsWay(sending)
          ? "Not all of it has been sent."
          : sending.state === "waits"
            ? "There is no connection. It goes on by itself when there is."
            : "You need not wait here: it goes on while Askwell is open."}
      </p>
      <FormError problem={sending?.problem ?? null} />
      {!isOnItsWay(sending) && (
        <div className={css.actions}>
          <Button tone="primary" onClick={() => void sendTake(take, id, received)}>
            Go on sending
          </Button>
        </div>
      )}
    </>
  );
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e5) / 10;
}
