import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useRead, useReadAll } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import type { Me } from "#team/me-view.ts";
import type { MemberView } from "#team/member-view.ts";
import { useMe, useNow } from "#team/screens/use-me.ts";
import { isOwed, maySettle } from "../duty.ts";
import { comesUp, inGroups, type DutyGroup } from "../duty-group.ts";
import type { DutyView } from "../duty-view.ts";
import { dueText, dutyText } from "../duty-words.ts";
import { settledText } from "./settled-words.ts";
import { OwedLine } from "./owed-line.tsx";
import { usePass, useTakeBackPassing } from "./use-duty-writes.ts";
import css from "./owed-page.module.css";

/** What this introduction owes, and what was done about it. */
export function OwedOnReferral({ id }: { id: string }) {
  const me = useMe();
  const now = useNow();
  const duties = useRead<{ items: DutyView[] }>("/duties", { referral: id });
  const all = duties.data?.items ?? [];
  // Answering stands on the card at the top.
  const groups = inGroups(all.filter(({ kind }) => kind !== "respond"));
  if (me === undefined || groups.length === 0) return null;
  const [first] = all;
  const mine = first !== undefined && mayDo(me, first);
  return (
    <Section
      title="Owed to the source"
      aside={mine && groups.some((group) => isOwed(group.first)) && <Pass duty={first} me={me} />}
    >
      <Card>
        <ul className={css.lines}>
          {groups.map((group) => (
            <li key={group.id} className={css.line}>
              {mine && (comesUp(group.first, now, me.workspace.timeZone) || canTell(group.first)) ? (
                <OwedLine group={group} me={me} />
              ) : (
                <Settled group={group} me={me} now={now} />
              )}
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

/** Once they have met there is something to tell, however long it may wait. */
function canTell(duty: DutyView): boolean {
  return duty.kind === "report" && duty.metOn !== null && isOwed(duty);
}

function mayDo(me: Me, duty: DutyView): boolean {
  const owner = { memberId: duty.memberId, teamId: duty.memberTeamId };
  return maySettle(me, owner, [duty.responsible.id]);
}

function Settled({ group, me, now }: { group: DutyGroup<DutyView>; me: Me; now: Date }) {
  const { verb, rest } = dutyText(group.kinds, group.first);
  const { settled, dueAt } = group.first;
  return (
    <p className={css.settled}>
      <span>
        {verb} {group.first.sourceName} {rest}
      </span>
      <span className={css.soft}>
        {settled === null ? dueText(dueAt, now, me.workspace.timeZone) : settledText(settled, me.today)}
      </span>
    </p>
  );
}

/** During an absence, or because somebody else knows them better. */
function Pass({ duty, me }: { duty: DutyView; me: Me }) {
  const [opened, setOpened] = useState(false);
  const back = useTakeBackPassing(duty.referralId);
  if (duty.responsible.because === "passed")
    return (
      <Button tone="quiet" busy={back.busy} onClick={() => back.send()}>
        {duty.responsible.name} sees to it. Take it back
      </Button>
    );
  return (
    <>
      <Button tone="quiet" onClick={() => setOpened(true)}>
        Pass it on …
      </Button>
      <Sheet title="Who sees to it instead?" opened={opened} onClose={() => setOpened(false)}>
        <PassTo duty={duty} me={me} done={() => setOpened(false)} />
      </Sheet>
    </>
  );
}

function PassTo({ duty, done }: { duty: DutyView; me: Me; done: () => void }) {
  const members = useReadAll<MemberView>("/members");
  const [toId, setToId] = useState("");
  const pass = usePass(duty.referralId, done);
  const others = (members.data ?? []).filter(({ id, state }) => id !== duty.memberId && state !== "left");
  const chosen = others.find(({ id }) => id === toId) ?? others[0];
  if (chosen === undefined) return <p>There is nobody else here yet.</p>;
  return (
    <div className={css.lines}>
      <ChoiceField
        label="Colleague"
        name="toId"
        value={chosen.id}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setToId}
      />
      <FormError problem={pass.problem} />
      <Button
        tone="primary"
        busy={pass.busy}
        onClick={() => pass.send({ toId: chosen.id, toName: chosen.name })}
      >
        Pass it on
      </Button>
    </div>
  );
}
