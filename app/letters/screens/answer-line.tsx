import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Me } from "#team/me-view.ts";
import { mayChangeFor } from "#team/member.ts";
import type { Answer } from "../reply.ts";
import type { ReplyView } from "../newsletter-view.ts";
import { answererText, instantText } from "./letter-words.ts";
import css from "./letters.module.css";

const REFRESH = ["/newsletter-replies", "/newsletters", "/people", "/touches-today", "/silences"];

/** Somebody answered a letter; whoever answers them moves their clock. */
export function AnswerLine({
  reply,
  me,
  onLetter = false,
}: {
  reply: ReplyView;
  me: Me;
  onLetter?: boolean;
}) {
  const say = useUndo();
  const back = useWrite(
    (_: undefined, gesture) =>
      write<ReplyView>("DELETE", `/newsletter-replies/${reply.id}/settled`, undefined, gesture),
    { refresh: REFRESH },
  );
  const settle = useWrite(
    (how: Answer, gesture) =>
      write<ReplyView>("PUT", `/newsletter-replies/${reply.id}/settled`, { how }, gesture),
    {
      refresh: REFRESH,
      done: (_, how) =>
        say(how === "none" ? "No answer is needed." : "Noted: you answered.", () => back.sendNow(undefined)),
    },
  );
  const unsay = useWrite(
    (stop: string, gesture) => write("DELETE", `/do-not-writes/${stop}`, undefined, gesture),
    { refresh: REFRESH },
  );
  const none = useWrite(
    (personId: string, gesture) =>
      write<{ id: string }>("PUT", `/people/${personId}/do-not-write`, { reach: "newsletter" }, gesture),
    { refresh: REFRESH, done: (stop) => say("No newsletter goes to them.", () => unsay.sendNow(stop.id)) },
  );
  const { personId } = reply;
  const name = answererText(reply);
  const mine = mayChangeFor(me, { memberId: reply.writerId, teamId: reply.writerTeamId });
  return (
    <>
      <div className={css.words}>
        <p className={css.name}>
          {reply.personId === null ? name : <Go to={`/people/${reply.personId}`}>{name}</Go>}
        </p>
        <p className={css.soft}>
          {[reply.accountName, `“${reply.subject}”`, instantText(reply.at, me.workspace.timeZone)]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {reply.saysNoMore && <p className={css.late}>It reads as if they want no more letters.</p>}
        {!reply.isProven && <p className={css.late}>Nothing proves that it comes from this address.</p>}
        {onLetter && (
          <p className={css.soft}>
            On the letter <Go to={`/letters/${reply.newsletterId}`}>“{reply.newsletterSubject}”</Go>
          </p>
        )}
        {reply.words !== null && <p className={css.said}>{reply.words}</p>}
        <FormError problem={settle.problem ?? back.problem ?? none.problem ?? unsay.problem} />
      </div>
      {reply.settledAt === null && mine && (
        <div className={css.acts}>
          <Button label={`${name}: I wrote back`} busy={settle.busy} onClick={() => settle.send("e-mail")}>
            I wrote back
          </Button>
          <Button label={`${name}: I called`} busy={settle.busy} onClick={() => settle.send("call")}>
            I called
          </Button>
          <Button tone="quiet" label={`${name}: no answer needed`} onClick={() => settle.send("none")}>
            No answer needed
          </Button>
          {personId !== null && (
            <Button
              tone={reply.saysNoMore ? "plain" : "quiet"}
              label={`${name}: wants no letters`}
              busy={none.busy}
              onClick={() => none.send(personId)}
            >
              Wants no letters
            </Button>
          )}
        </div>
      )}
    </>
  );
}
