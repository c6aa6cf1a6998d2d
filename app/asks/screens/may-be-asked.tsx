import { CHANNEL_WORDS } from "#people/channel.ts";
import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import type { Day } from "#lib/kernel/days.ts";
import type { ApiProblem } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead, type Reading } from "#lib/web/queries.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Me } from "#team/me-view.ts";
import { weekdayOf } from "#lib/kernel/days.ts";
import type { AskableView } from "../budget-view.ts";
import { askText, HAPPENED_ALREADY, KEPT_NEVERTHELESS } from "./ask-words.ts";
import css from "./may-be-asked.module.css";

const PermitForm = lazy(async () => ({ default: (await import("./permit-form.tsx")).PermitForm }));
const PermitSomebody = lazy(async () => ({ default: (await import("./permit-form.tsx")).PermitSomebody }));

interface Wanted {
  me: Me;
  /** Undefined while nobody is chosen. */
  sourceId: string | undefined;
  memberId?: string;
  targetPersonId?: string | undefined;
}

export function useAskable({ me, sourceId, memberId, targetPersonId }: Wanted): Reading<AskableView> {
  return useRead<AskableView>(sourceId && `/people/${sourceId}/askable`, {
    member: memberId === me.member.id ? undefined : memberId,
    targetPerson: targetPersonId,
  });
}

export interface MayAsk {
  /** What to know before asking, and what to do about it. */
  line: ReactNode;
  /** Nothing can be written down, for the reason that stands in the line. */
  off: boolean;
  /** For the body of the ask: it is kept whatever the rules say. */
  happened: boolean;
}

/**
 * Whether this ask may be logged. `refused` is what the server last said to it: a colleague may have been faster, and then it is
 * asked again why.
 */
export function useMayAsk(wanted: Wanted & { day: Day; refused: ApiProblem | null }): MayAsk {
  const { me, sourceId, memberId, day, refused } = wanted;
  const askable = useAskable(wanted);
  const key = `${sourceId} ${memberId}`;
  const [said, setSaid] = useState<string | null>(null);
  const { again } = askable;
  const wasFaster = refused?.facts?.["rule"] !== undefined;
  useEffect(() => {
    if (wasFaster) again();
    // Only a new refusal asks again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wasFaster, refused]);
  const happened = said === key;
  const isKept = happened || day < me.today;
  const bars = askable.data?.refusal != null;
  return {
    off: bars && !isKept,
    happened,
    line: sourceId !== undefined && (
      <AskableLine
        me={me}
        askable={askable}
        isKept={isKept}
        onHappened={() => setSaid(key)}
        refused={wasFaster ? refused.reason : null}
      />
    ),
  };
}

/** The same for where nothing is logged yet; `anybody`: a permit may be for a colleague as well. */
export function MayBeAsked({ personId, me, anybody }: { personId: string; me: Me; anybody?: boolean }) {
  return <AskableLine me={me} askable={useAskable({ me, sourceId: personId })} anybody={anybody} />;
}

/** The same where it is only worth a word when something stands in the way. */
export function BarredLine({ personId, me }: { personId: string; me: Me }) {
  const askable = useAskable({ me, sourceId: personId });
  const barred = askable.data !== undefined && askable.data.refusal !== null;
  return barred ? <AskableLine me={me} askable={askable} /> : null;
}

interface LineProps {
  me: Me;
  anybody?: boolean | undefined;
  askable: Reading<AskableView>;
  /** It is written down nevertheless. */
  isKept?: boolean;
  onHappened?: () => void;
  /** What the server said to this very ask: of a topic they ruled out only it knows. */
  refused?: string | null;
}

function AskableLine({
  me,
  anybody = false,
  askable: { data, problem },
  isKept = false,
  onHappened,
  refused = null,
}: LineProps) {
  const [permitting, setPermitting] = useState(false);
  if (problem) return <p className={css.note}>Whether they may be asked cannot be seen just now.</p>;
  if (data === undefined) return <p className={css.note}>…</p>;
  if (data.refusal === null && refused !== null && !isKept)
    return (
      <div className={css.acts}>
        <Button onClick={onHappened}>{HAPPENED_ALREADY}</Button>
      </div>
    );
  if (data.refusal === null) return <p className={css.note}>{freelyText(data, me)}</p>;
  const helper = data.askForPermit;
  return (
    <div className={css.warning} role="status">
      <p>
        {data.refusal.sentence}
        {!data.mayPermit && helper !== null && helper.id !== me.member.id && data.refusal.rule !== "approver"
          ? ` Can it not wait? Ask ${helper.name} for a permit.`
          : ""}
        {isKept && ` ${KEPT_NEVERTHELESS}`}
      </p>
      {!isKept && !permitting && (onHappened !== undefined || data.mayPermit) && (
        <div className={css.acts}>
          {onHappened !== undefined && <Button onClick={onHappened}>{HAPPENED_ALREADY}</Button>}
          {data.mayPermit && (
            <Button tone="quiet" onClick={() => setPermitting(true)}>
              Permit it …
            </Button>
          )}
        </div>
      )}
      {permitting && (
        <Suspense fallback={<Loading />}>
          {anybody ? (
            <PermitSomebody personId={data.personId} me={me} onDone={() => setPermitting(false)} />
          ) : (
            <PermitForm
              personId={data.personId}
              memberId={data.memberId}
              onDone={() => setPermitting(false)}
            />
          )}
        </Suspense>
      )}
    </div>
  );
}

/** "Jonas Weber asked on 3 May by phone: no. They like to be asked by phone, best on Friday, 20 November." */
function freelyText(data: AskableView, me: Me): string {
  const { last, addsTo, permit, advice, plannedBy } = data;
  const who = last?.memberId === me.member.id ? "You" : last?.memberName;
  const asked = last === null ? "Nobody has asked them before." : `${who} asked ${askText(last, me.today)}.`;
  return [
    asked,
    addsTo !== null && "This adds to that ask.",
    plannedText(plannedBy),
    permit !== null && `${permit.byName} permits it: “${permit.reason}”`,
    likesText(advice, me.today),
  ]
    .filter(Boolean)
    .join(" ");
}

function plannedText(plannedBy: AskableView["plannedBy"]): string | null {
  if (plannedBy.length === 0) return null;
  const names = plannedBy.map(({ name }) => name).join(", ");
  return `${names} ${plannedBy.length === 1 ? "plans" : "plan"} to ask them this week.`;
}

function likesText({ channel, bestDay }: AskableView["advice"], today: Day): string | null {
  const likes = [
    channel && CHANNEL_WORDS[channel],
    bestDay && `best on ${WEEKDAYS[weekdayOf(bestDay) - 1]}${bestDay === today ? ", that is today" : ""}`,
  ].filter(Boolean);
  return likes.length === 0 ? null : `They like to be asked ${likes.join(", ")}.`;
}

const WEEKDAYS = "Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays".split(" ");

/** "may be asked from 18 December", "not to be asked": nothing where nothing stands against it. */
export function RestPill({ mayFrom, today }: { mayFrom: Day | null; today: Day }) {
  return (
    <Pill tone="due">
      {mayFrom === null ? "not to be asked now" : `may be asked from ${dayText(mayFrom, today)}`}
    </Pill>
  );
}
