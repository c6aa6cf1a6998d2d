import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { Progress } from "#lib/web/progress.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Me } from "#team/me-view.ts";
import { mayChangeFor } from "#team/member.ts";
import type { NewsletterView, WholeView } from "../newsletter-view.ts";
import { instantText, STATE_TONES, STATE_WORDS } from "./letter-words.ts";
import css from "./letters.module.css";

type Press = "paused" | "stopped" | "going-on";

/** How far it has come, and the ways to hold it. */
export function OnItsWay({ letter, me }: { letter: WholeView; me: Me }) {
  const say = useUndo();
  const refresh = ["/newsletters"];
  const put = (press: Press, gesture: string) =>
    write<NewsletterView>("PUT", `/newsletters/${letter.id}/${press}`, {}, gesture);
  const back = useWrite(put, { refresh });
  const act = useWrite(put, {
    refresh,
    done: (_, press) => {
      if (press === "paused") say("It is paused.", () => back.sendNow("going-on"));
      if (press === "stopped") say("It is stopped.", () => back.sendNow("going-on"));
    },
  });
  const { numbers, state } = letter;
  if (numbers === null) return null;
  const mayChange = mayChangeFor(me, { memberId: letter.memberId, teamId: letter.memberTeamId });
  const begun = letter.sentAt === null ? "" : instantText(letter.sentAt, me.workspace.timeZone);
  const ways: Record<string, readonly [Press, string][]> = {
    sending: [
      ["paused", "Pause"],
      ["stopped", "Stop"],
    ],
    paused: [
      ["going-on", "Go on"],
      ["stopped", "Stop"],
    ],
    stopped: [["going-on", "Go on after all"]],
  };
  return (
    <Card
      title={state === "done" ? "It has gone out" : "On its way"}
      below={`Sent off ${begun}.`}
      aside={<Pill tone={STATE_TONES[state]}>{STATE_WORDS[state]}</Pill>}
      actions={
        mayChange &&
        (ways[state] ?? []).map(([press, label], at) => (
          <Button
            key={press}
            tone={at === 0 ? "primary" : "plain"}
            busy={act.busy}
            onClick={() => act.send(press)}
          >
            {label}
          </Button>
        ))
      }
    >
      {state !== "done" && (
        <Progress label="Have left" done={numbers.recipients - numbers.waiting} of={numbers.recipients} />
      )}
      <p className={css.soft} role="status">
        {nowText(letter, me)}
      </p>
      <FormError problem={act.problem ?? back.problem} />
    </Card>
  );
}

function nowText(letter: WholeView, me: Me): string {
  const { state, trouble, waitsUntil, perMinute, pausedBy, stoppedBy, doneAt } = letter;
  const zone = me.workspace.timeZone;
  if (state === "done") return doneAt === null ? "" : `The last copy left ${instantText(doneAt, zone)}.`;
  if (state === "stopped") return `${stoppedBy} stopped it: whoever has not got it does not get it.`;
  if (state === "paused")
    return pausedBy === null ? `It paused itself: ${trouble}.` : `${pausedBy} paused it.`;
  if (trouble !== null && waitsUntil === null) return `It waits and tries again by itself: ${trouble}.`;
  return waitsUntil === null
    ? `${perMinute.toLocaleString("en-GB")} a minute at most. You can close this page.`
    : `It waits for the end of quiet hours, and goes on by itself ${instantText(waitsUntil, zone)}.`;
}
