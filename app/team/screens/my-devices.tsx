import { dayIn } from "#lib/kernel/days.ts";
import type { Day } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Pill, PillButton } from "#lib/web/pill.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { whenText } from "#lib/kernel/day-words.ts";
import type { SessionView } from "../my-account-view.ts";
import { goInside } from "./door.ts";
import css from "./lines.module.css";
import { deviceName } from "./passkeys.ts";

/** Where one is signed in, and a way out of each. */
export function MyDevices({ today, timeZone }: { today: Day; timeZone: string }) {
  const say = useUndo();
  const sessions = useRead<{ items: SessionView[] }>("/sign-in/sessions");
  const everywhere = useWrite(
    (_: null, gesture) => write("POST", "/sign-in/sign-out-everywhere", undefined, gesture),
    { done: () => goInside("/sign-in") },
  );
  const end = useWrite(
    (session: SessionView, gesture) => write("DELETE", `/sign-in/sessions/${session.id}`, undefined, gesture),
    { refresh: ["/sign-in/sessions"], done: () => say("Signed out there.") },
  );
  if (sessions.problem) return <Trouble problem={sessions.problem} again={sessions.again} />;
  const items = sessions.data?.items ?? [];
  const used = (session: SessionView) => whenText(dayIn(new Date(session.usedAt), timeZone), today);
  return (
    <Card
      title="Where you are signed in"
      actions={
        <Button tone="danger" busy={everywhere.busy} onClick={() => everywhere.send(null)}>
          Sign out everywhere
        </Button>
      }
    >
      {sessions.data === undefined && <Loading lines={2} />}
      <ul className={css.lines}>
        {items.map((session) => (
          <li key={session.id} className={css.line}>
            <span>
              {deviceName(session.userAgent ?? "")}
              <small className={css.below}>
                {session.address === null ? "" : `${session.address}, `}used {used(session)}
              </small>
            </span>
            {session.here ? (
              <Pill tone="good">this one</Pill>
            ) : (
              <PillButton
                label={`Sign out ${deviceName(session.userAgent ?? "")}`}
                onClick={() => end.send(session)}
              >
                Sign out
              </PillButton>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
