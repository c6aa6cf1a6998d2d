import type { ReactNode } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { Card } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { useRead, type Reading } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { callName } from "#people/call-name.ts";
import type { Me } from "#team/me-view.ts";
import type { LooksView, LookView, MonthView } from "../spiff-view.ts";
import css from "./spiffs.module.css";

export function useLooks(month: MonthView): Reading<LooksView> {
  return useRead(`/spiff-months/${month.start}/looks`);
}

/** What about the month's facts is worth a look together: facts, never findings. */
export function SpiffLooks({ month, me, memberId }: { month: MonthView; me: Me; memberId?: string }) {
  const read = useLooks(month);
  const shown = (read.data?.items ?? []).filter(
    ({ member }) => memberId === undefined || member.id === memberId,
  );
  if (read.problem) return <Trouble problem={read.problem} again={read.again} />;
  if (shown.length === 0) return null;
  return (
    <Card
      title="Worth a look together"
      below="These are facts, not findings. Each can have a good reason: ask before anybody concludes."
    >
      <ul className={css.lines}>
        {shown.map(({ member, looks }) => (
          <li key={member.id} className={css.look}>
            <h3 className={css.groupName}>
              {memberId === undefined ? (
                <Go to={`/programme/spiffs/${month.start}/${member.id}`}>{member.name}</Go>
              ) : (
                member.name
              )}
            </h3>
            <ul className={css.plain}>
              {looks.map((look) => (
                <li key={keyOf(look)}>
                  <LookText look={look} name={member.name} me={me} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function keyOf(look: LookView): string {
  if (look.kind === "circle")
    return `circle ${look.referralId} ${look.other.id} ${look.other.via?.referralId}`;
  return look.kind === "own-colleague" ? `colleague ${look.referralId} ${look.memberName}` : look.kind;
}

type Of<Kind extends LookView["kind"]> = Extract<LookView, { kind: Kind }>;

function LookText({ look, name, me }: { look: LookView; name: string; me: Me }): ReactNode {
  if (look.kind === "written-late") return lateText(look);
  if (look.kind === "higher-levels") return levelsText(look, name);
  if (look.kind === "raised-at-the-end" || look.kind === "raised-back") return <Raised look={look} me={me} />;
  return look.kind === "circle" ? <Circle look={look} me={me} /> : <Colleague look={look} />;
}

function lateText({ late, of, longest, usualDays, usual }: Of<"written-late">): string {
  const before =
    usual.whose === "nobody"
      ? "there is too little from before to say what is usual"
      : `usually nine in ten are written down within ${usualDays} days (${usual.whose === "own" ? "their own" : "the team’s"} ${usual.n} of the thirteen weeks before)`;
  return `${late} of ${of} were written down more than ${usualDays} days after their day, one ${longest} days after; ${before}.`;
}

function levelsText({ now, against, more }: Of<"higher-levels">, name: string): string {
  const whom =
    against.whose === "own" ? `${callName(name)}’s thirteen weeks before` : "the others of the team";
  return `${now.high} of ${now.of} introductions are of a level that pays; ${against.high} of ${against.of} in ${whom}: ${points(more.low)} to ${points(more.high)} points more (95 % interval).`;
}

function Raised({ look, me }: { look: Of<"raised-at-the-end" | "raised-back">; me: Me }) {
  return (
    <>
      {look.kind === "raised-back" ? "Raised and dated back:" : "Raised in the last days:"}{" "}
      {look.changes.map((change, at) => (
        <span key={`${change.referralId} ${change.day} ${change.to}`}>
          {at > 0 && "; "}
          <Go to={`/referrals/${change.referralId}`}>{change.contactName}</Go> from {change.from} to{" "}
          {change.to} {look.kind === "raised-back" ? "for" : "on"} {dayText(change.day, me.today)}
          {look.kind === "raised-back" && `, written down on ${dayText(change.writtenOn, me.today)}`}
          {change.lowered !== null &&
            `, lowered to ${change.lowered.to} on ${dayText(change.lowered.day, me.today)}`}
        </span>
      ))}
      .
    </>
  );
}

function Circle({ look, me }: { look: Of<"circle">; me: Me }) {
  const { referralId, sourceName, contactName, other } = look;
  const when = dayText(other.day, me.today);
  if (other.via !== null)
    return (
      <>
        {sourceName} <Go to={`/referrals/${referralId}`}>introduced {contactName}</Go>; {contactName}{" "}
        <Go to={`/referrals/${other.id}`}>introduced {other.via.name}</Go> on {when}, who{" "}
        <Go to={`/referrals/${other.via.referralId}`}>introduced {sourceName}</Go>.
      </>
    );
  return (
    <>
      {sourceName} <Go to={`/referrals/${referralId}`}>introduced {contactName}</Go>;{" "}
      {other.kind === "back" ? (
        <>
          {contactName} <Go to={`/referrals/${other.id}`}>introduced {sourceName}</Go> on {when}.
        </>
      ) : (
        <>
          <Go to={`/given/${other.id}`}>we introduced the two to each other</Go> on {when}.
        </>
      )}
    </>
  );
}

function Colleague({ look }: { look: Of<"own-colleague"> }) {
  const how = look.by === "address" ? "has the address of" : "is called like";
  return (
    <>
      <Go to={`/referrals/${look.referralId}`}>{look.sourceName}</Go> is named as the source, and {how}{" "}
      {look.memberName}, who works here.
    </>
  );
}

function points(share: number): number {
  return Math.round(share * 100);
}
