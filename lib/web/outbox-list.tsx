import { systemClock } from "#lib/kernel/clock.ts";
import { Button } from "./button.tsx";
import { questionOf } from "./outbox.ts";
import { sendAnew, takeBackShelved } from "./outbox-sender.ts";
import type { Shelved } from "./outbox-shelf.ts";
import { useOnline } from "./network.ts";
import css from "./outbox-list.module.css";

/** What was written here and not sent: what waits by itself, and what somebody has to decide. */
export function OutboxList({ kept, close }: { kept: readonly Shelved[]; close: () => void }) {
  if (kept.length === 0)
    return (
      <div className={css.list}>
        <p>All has gone out.</p>
        <Button onClick={close}>Good</Button>
      </div>
    );
  return (
    <ul className={css.list}>
      {kept.map((each) => (
        <li key={each.place} className={css.one}>
          <One kept={each} />
        </li>
      ))}
    </ul>
  );
}

function One({ kept }: { kept: Shelved }) {
  const online = useOnline();
  const question = questionOf(kept, systemClock.now().getTime());
  const { insist } = kept;
  const drop = () => void takeBackShelved(kept.place);
  return (
    <>
      <p className={css.words}>{kept.words}</p>
      <p className={css.when}>Written {momentText(new Date(kept.writtenAt))}</p>
      {question === null ? (
        <p className={css.when}>
          {online ? "It is being sent." : "It goes out when you are back on the network."}
        </p>
      ) : (
        <p className={css.why}>{question}</p>
      )}
      <div className={css.actions}>
        {question !== null && insist !== undefined && kept.refusal?.byRule === true && (
          <Button tone="primary" onClick={() => void sendAnew(kept, true)}>
            {insist.label}
          </Button>
        )}
        {question !== null && <Button onClick={() => void sendAnew(kept, false)}>Send it again</Button>}
        <Button onClick={drop} label={`Take back: ${kept.words}`}>
          {question === null ? "Take it back" : "Leave it"}
        </Button>
      </div>
    </>
  );
}

/** "today at 09:12", "on 21 November at 09:12", by the device's own clock. */
function momentText(moment: Date): string {
  const time = moment.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const today = moment.toDateString() === systemClock.now().toDateString();
  const day = today ? "today" : `on ${moment.toLocaleDateString("en-GB", { day: "numeric", month: "long" })}`;
  return `${day} at ${time}`;
}
