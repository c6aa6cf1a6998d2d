import { dayText } from "#lib/kernel/day-words.ts";
import { write } from "#lib/web/api.ts";
import { Card } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Me } from "#team/me-view.ts";
import type { CoachingPageView } from "../coaching-page-view.ts";
import type { OneOnOneView, WantedHeld } from "../one-on-one-view.ts";
import { agreedText } from "./coaching-words.ts";
import css from "./coaching.module.css";

/** The 1:1s that were held, the latest first. */
export function HeldBefore({ page, me }: { page: CoachingPageView; me: Me }) {
  if (page.held.length === 0) return null;
  const nameOf = (skill: string) => page.skills.find(({ key }) => key === skill)?.name ?? skill;
  return (
    <Card title="Held so far">
      <ul className={css.lines}>
        {page.held.map((held) => (
          <li key={held.id}>
            <span>{dayText(held.heldOn ?? "", me.today)}</span>{" "}
            <span className={css.soft}>
              {[held.coachName, agreedText(held, nameOf)].filter(Boolean).join(" · ")}
            </span>
            {held.commitment !== null && <span className={css.quiet}>{held.commitment}</span>}
            {page.mayCoach && <NotHeld page={page} held={held} me={me} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** It can be taken back at any time, not only at once; and then it was held after all, as it stood. */
function NotHeld({ page, held, me }: { page: CoachingPageView; held: OneOnOneView; me: Me }) {
  const say = useUndo();
  const refresh = ["/coaching", "/members"];
  const again: WantedHeld = { day: held.heldOn ?? undefined, again: held.id };
  const redo = useWrite(
    (_: void, gesture) => write("POST", `/members/${page.member.id}/one-on-ones`, again, gesture),
    { refresh },
  );
  const back = useWrite(
    (_: void, gesture) => write("DELETE", `/one-on-ones/${held.id}`, undefined, gesture),
    { refresh, done: () => say("Taken back: it was not held.", () => redo.sendNow()) },
  );
  return (
    <>
      <button
        type="button"
        className={css.inLine}
        disabled={back.busy}
        aria-label={`We did not meet on ${dayText(held.heldOn ?? "", me.today)}`}
        onClick={() => back.send()}
      >
        We did not meet
      </button>
      <FormError problem={back.problem} />
    </>
  );
}
