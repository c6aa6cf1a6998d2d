import { useState } from "react";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go, useGo } from "#lib/web/go.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { callName } from "#people/call-name.ts";
import type { Me } from "#team/me-view.ts";
import { WHY_APART, WHY_APART_WORDS, type WhyApart } from "../apart.ts";
import type { ApartView, ProposalView, ProposedSide } from "../meet-view.ts";
import { useGive } from "./use-given-writes.ts";
import css from "./giving.module.css";

/** Two who should meet, why, and what to do about it. */
export function ShouldMeet({ proposal }: { proposal: ProposalView; me: Me }) {
  const { to, whom, reasons } = proposal;
  const [refusing, setRefusing] = useState(false);
  const go = useGo();
  const begin = useGive(({ id }) => go(`/given/${id}`));
  const asks = [to, whom].filter(({ askFirst }) => askFirst).map(({ name }) => callName(name));
  const introduce = () =>
    begin.send({
      toId: to.personId,
      whomId: whom.personId,
      kind: "resource",
      level: 0,
      why: reasons[0] ?? "",
    });
  return (
    <Card
      title={
        <>
          <Go to={`/people/${to.personId}`}>{to.name}</Go> and{" "}
          <Go to={`/people/${whom.personId}`}>{whom.name}</Go>
        </>
      }
      below={[placeOf(to), placeOf(whom)].filter(Boolean).join(" · ")}
      actions={
        <>
          <Button
            tone="primary"
            busy={begin.busy}
            label={`Introduce them: ${to.name} and ${whom.name}`}
            onClick={introduce}
          >
            Introduce them
          </Button>
          {!refusing && (
            <Button
              tone="quiet"
              label={`Not these two: ${to.name} and ${whom.name}`}
              onClick={() => setRefusing(true)}
            >
              Not these two
            </Button>
          )}
        </>
      }
    >
      <ul className={css.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}.</li>
        ))}
        {asks.length > 0 && (
          <li className={css.soft}>
            {asks.join(" and ")} {asks.length === 1 ? "wants" : "want"} to be asked first.
          </li>
        )}
      </ul>
      {refusing && <Refuse proposal={proposal} />}
      <FormError problem={begin.problem} />
    </Card>
  );
}

/** One tap on why not. */
function Refuse({ proposal: { to, whom } }: { proposal: ProposalView }) {
  const say = useUndo();
  const back = useWrite((id: string, gesture) => write("DELETE", `/kept-apart/${id}`, undefined, gesture), {
    refresh: ["/should-meet"],
  });
  const refuse = useWrite(
    (why: WhyApart, gesture) =>
      write<ApartView>("POST", "/kept-apart", { oneId: to.personId, otherId: whom.personId, why }, gesture),
    {
      refresh: ["/should-meet"],
      done: ({ id }) =>
        say(`${callName(to.name)} and ${callName(whom.name)}: noted.`, () => back.sendNow(id)),
    },
  );
  return (
    <div>
      <div className={css.chips} role="group" aria-label={`Why not ${to.name} and ${whom.name}?`}>
        {WHY_APART.map((why) => (
          <button
            key={why}
            type="button"
            className={css.chip}
            disabled={refuse.busy}
            onClick={() => refuse.send(why)}
          >
            {WHY_APART_WORDS[why]}
          </button>
        ))}
      </div>
      <FormError problem={refuse.problem} />
    </div>
  );
}

function placeOf({ name, title, accountName }: ProposedSide): string {
  const work = [title, accountName].filter(Boolean).join(", ");
  return work === "" ? "" : `${callName(name)}: ${work}`;
}
