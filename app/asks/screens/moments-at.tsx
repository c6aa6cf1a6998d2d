import { useState } from "react";
import type { Day } from "#lib/kernel/days.ts";
import type { Page } from "#lib/kernel/page.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { mayChangeFor } from "#team/member.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { Pill, type Tone } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { capital } from "#lib/web/words.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { MomentView } from "../moment-view.ts";
import type { MomentState } from "../moment.ts";
import { MOMENT_WORDS } from "./ask-words.ts";
import { WHY_LET_GO_WORDS } from "./waiting-words.ts";
import { WhyNot } from "./why-not.tsx";
import css from "./waiting.module.css";

const SHOWN = 12;
const TONES: Record<MomentState, Tone> = {
  due: "due",
  coming: "plain",
  used: "good",
  "let-go": "quiet",
  expired: "quiet",
};

/** On an account's page: which moments were used, and which were let go. */
export function MomentsAt({ id }: { id: string }) {
  const me = useMe();
  const moments = useRead<Page<MomentView>>("/moments", { account: id, limit: SHOWN }).data?.items ?? [];
  if (me === undefined || moments.length === 0) return null;
  return (
    <Section title="Moments">
      <ul className={css.lines}>
        {moments.map((came) => (
          <MomentLine key={came.id} came={came} me={me} />
        ))}
      </ul>
    </Section>
  );
}

function MomentLine({ came, me }: { came: MomentView; me: Me }) {
  const [why, setWhy] = useState(false);
  const mine = mayChangeFor(me, { memberId: came.memberId, teamId: came.memberTeamId });
  const waits = came.state === "due" || came.state === "coming";
  return (
    <li className={css.line}>
      <span className={css.grow}>
        {capital(MOMENT_WORDS[came.moment])}{" "}
        <span className={css.soft}>{[came.personName, came.memberName].filter(Boolean).join(" · ")}</span>
      </span>
      <Pill tone={TONES[came.state]}>{stateText(came, me.today)}</Pill>
      {waits && mine && !why && (
        <Button tone="quiet" onClick={() => setWhy(true)}>
          Let it go
        </Button>
      )}
      {waits && why && (
        <WhyNot
          path="/moments"
          id={came.id}
          name={came.accountName}
          issueOf={`/accounts/${came.accountId}`}
          me={me}
          onDone={() => setWhy(false)}
        />
      )}
    </li>
  );
}

function stateText(came: MomentView, today: Day): string {
  const by = came.usedBy === null ? "" : ` by ${came.usedBy}`;
  if (came.usedOn !== null) return `used ${dayText(came.usedOn, today)}${by}`;
  if (came.whyNot !== null) return `let go: ${WHY_LET_GO_WORDS[came.whyNot].toLowerCase()}`;
  if (came.state === "expired") return "not used";
  return came.state === "due"
    ? `due until ${dayText(came.until, today)}`
    : `from ${dayText(came.dueOn, today)}`;
}
