import { useState } from "react";
import type { Day } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useReadAll } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { callName } from "#people/call-name.ts";
import type { Me } from "#team/me-view.ts";
import type { MemberView } from "#team/member-view.ts";
import type { PartnershipView } from "../partner-view.ts";
import { tallyText } from "../promise-words.ts";
import { PromisesCard } from "./promises-card.tsx";
import {
  useAskHowItWent,
  useChoosePartner,
  useMyWeek,
  usePartnership,
  usePartnerships,
  useWeek,
} from "./use-week.ts";
import css from "./week.module.css";

/** My partner: what they promised, how it went, and one tap to ask. */
export function PartnerWeeks({ week, me }: { week: Day; me: Me }) {
  const found = usePartnerships();
  if (found.problem) return <Trouble problem={found.problem} again={found.again} />;
  if (found.data === undefined) return <Loading />;
  const { items } = found.data;
  return (
    <Section title="My partner">
      {items.length === 0 && <ChoosePartner me={me} />}
      {items.map((partnership) =>
        partnership.agreed ? (
          <Partners key={partnership.id} partnership={partnership} week={week} me={me} />
        ) : (
          <Waits key={partnership.id} partnership={partnership} me={me} />
        ),
      )}
    </Section>
  );
}

function Partners({ partnership, week, me }: { partnership: PartnershipView; week: Day; me: Me }) {
  const { part } = usePartnership(partnership.id);
  return (
    <>
      {othersIn(partnership, me).map(({ id, name }) => (
        <PartnerWeek key={id} id={id} name={name} week={week} />
      ))}
      <div className={css.acts}>
        <Button tone="quiet" busy={part.busy} onClick={() => part.send()}>
          Part ways
        </Button>
        <FormError problem={part.problem} />
      </div>
    </>
  );
}

function PartnerWeek({ id, name, week }: { id: string; name: string; week: Day }) {
  const read = useWeek(week, id);
  const mine = useMyWeek();
  const nudge = useAskHowItWent(callName(name));
  if (read.problem) return <Trouble problem={read.problem} again={read.again} />;
  if (read.data === undefined) return <Loading />;
  const missing = mine.data?.missing.find((each) => each.id === id);
  const ask =
    missing === undefined ? undefined : (
      <>
        <Button
          busy={nudge.busy}
          disabled={missing.nudgeId !== null}
          onClick={() => nudge.send({ memberId: id, week: missing.week })}
        >
          {missing.nudgeId === null
            ? missing.week === week
              ? "Ask: how did it go?"
              : "Ask how the week before went"
            : "You asked how it went"}
        </Button>
        <FormError problem={nudge.problem} />
      </>
    );
  const { plan, checkIn, tally } = read.data;
  if (plan === null)
    return (
      <Card title={name} actions={ask}>
        <p className={css.quiet}>{callName(name)} has promised nothing for this week.</p>
      </Card>
    );
  const below = [tallyText(tally), checkIn === null ? "not told yet" : "told"].filter(Boolean).join(" · ");
  return <PromisesCard week={read.data} title={name} below={below} mine={false} actions={ask} />;
}

function Waits({ partnership, me }: { partnership: PartnershipView; me: Me }) {
  const { agree, part } = usePartnership(partnership.id);
  const other = othersIn(partnership, me)
    .map(({ name }) => name)
    .join(" and ");
  const mine = partnership.byId === me.member.id;
  return (
    <Card
      title={mine ? `${other} has not said yes` : `${other} wants you as a partner`}
      below="Partners see each other's promises and check-ins for this quarter; no notes, no recordings."
      actions={
        <>
          {!mine && (
            <Button tone="primary" busy={agree.busy} onClick={() => agree.send()}>
              Yes, this quarter
            </Button>
          )}
          <Button busy={part.busy} onClick={() => part.send()}>
            {mine ? "Ask somebody else" : "No"}
          </Button>
        </>
      }
    >
      <FormError problem={agree.problem ?? part.problem} />
    </Card>
  );
}

function ChoosePartner({ me }: { me: Me }) {
  const members = useReadAll<MemberView>("/members");
  const [withId, setWithId] = useState("");
  const others = (members.data ?? []).filter(({ id, state }) => id !== me.member.id && state !== "left");
  const chosen = others.find(({ id }) => id === withId);
  const choose = useChoosePartner(chosen?.name ?? "");
  return (
    <Card
      title="Nobody hears your promises yet"
      below="A promise that somebody asks about is kept more often. Partners see each other's promises and check-ins, and change every quarter."
      actions={
        <Button disabled={chosen === undefined} busy={choose.busy} onClick={() => choose.send(withId)}>
          {chosen === undefined ? "Ask them" : `Ask ${callName(chosen.name)}`}
        </Button>
      }
    >
      <ChoiceField
        label="A colleague"
        name="withId"
        value={withId}
        options={[
          { value: "", label: "Choose" },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={setWithId}
      />
      <FormError problem={choose.problem} />
    </Card>
  );
}

function othersIn({ members }: PartnershipView, me: Me): PartnershipView["members"] {
  return members.filter(({ id }) => id !== me.member.id);
}
