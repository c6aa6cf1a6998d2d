import { useState } from "react";
import { dayText } from "#lib/kernel/day-words.ts";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useReadAll } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { capital } from "#lib/web/words.ts";
import type { Me } from "#team/me-view.ts";
import { mayLead } from "#team/member.ts";
import type { TeamView } from "#team/team-view.ts";
import { ruleText, stretchText } from "../spiff-words.ts";
import type { SpiffView, VersionView } from "../spiff-view.ts";
import { SpiffForm } from "./spiff-form.tsx";
import { useChangeSpiff } from "./use-spiffs.ts";
import css from "./spiffs.module.css";

const STATES = {
  running: ["good", "runs"],
  coming: ["plain", "to come"],
  over: ["quiet", "over"],
} as const;

/** One SPIFF: its rule in words, what it says later, and what it said before. */
export function SpiffRule({ spiff, me }: { spiff: SpiffView; me: Me }) {
  const [changing, setChanging] = useState(false);
  const close = () => setChanging(false);
  const end = useChangeSpiff(spiff, close);
  const { now, next, state, versions } = spiff;
  const before = versions.filter(({ id }) => id !== now.id && id !== next?.id);
  const latest = versions[0] ?? now;
  const [tone, word] = STATES[state];
  const mayEnd = state === "running" && (latest.untilDay === null || latest.untilDay > me.today);
  return (
    <Card
      title={now.name}
      below={capital(`${stretchText(now.fromDay, now.untilDay, me.today)}, ${whoText(now)}`)}
      aside={<Pill tone={tone}>{word}</Pill>}
      actions={
        mayLead(me) && state !== "over" ? (
          <>
            <Button label={`Change “${now.name}”`} onClick={() => setChanging(true)}>
              Change
            </Button>
            {mayEnd && (
              <Button
                tone="quiet"
                busy={end.busy}
                label={`End today: “${now.name}”`}
                onClick={() => end.send({ ...ruleOf(latest), untilDay: me.today, holds: "this-period" })}
              >
                End today
              </Button>
            )}
          </>
        ) : undefined
      }
    >
      <p className={css.rule}>{ruleText({ ...spiff, ...now })}</p>
      <Teams version={now} />
      {next !== null && (
        <p className={css.soft}>
          From {dayText(next.holdsFrom, me.today)}: {ruleText({ ...spiff, ...next })}
        </p>
      )}
      {before.length > 0 && (
        <details className={css.before}>
          <summary>What it said before</summary>
          <ul>
            {before.map((version) => (
              <li key={version.id}>
                {ruleText({ ...spiff, ...version })}{" "}
                <span className={css.soft}>
                  Written by {version.byName} on {dayText(version.at.slice(0, 10), me.today)}.
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <FormError problem={end.problem} />
      <Sheet title={`Change “${now.name}”`} opened={changing} onClose={close}>
        <SpiffForm me={me} spiff={spiff} onDone={close} />
      </Sheet>
    </Card>
  );
}

/** What a version says, to be said again with something changed. */
export function ruleOf({ name, levels, untilDay, pay, repCap, allCap, roles, teamIds }: VersionView) {
  return { name, levels, untilDay, pay, repCap, allCap, roles: [...roles], teamIds };
}

function whoText({ roles, teamIds }: VersionView): string {
  const who = roles.includes("manager") ? "for reps and managers" : "for reps";
  return teamIds.length === 0 ? `${who} of every team` : who;
}

function Teams({ version: { teamIds } }: { version: VersionView }) {
  const teams = useReadAll<TeamView>(teamIds.length > 0 ? "/teams" : undefined);
  if (teamIds.length === 0 || teams.data === undefined) return null;
  const names = teams.data.filter(({ id }) => teamIds.includes(id)).map(({ name }) => name);
  return <p className={css.soft}>What is done in {names.join(", ")}.</p>;
}
