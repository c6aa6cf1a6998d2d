import type { Day } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { useRead, useWrite, type Reading } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { HoldsFrom, Pay, SpiffMeasure } from "../spiff.ts";
import type { MonthStatementsView, MonthView, SpiffView, StatementView } from "../spiff-view.ts";

const refresh = ["/spiffs", "/spiff-months"];

export function useSpiffs(): Reading<{ items: SpiffView[] }> {
  return useRead("/spiffs");
}

export function useMonths(): Reading<{ items: MonthView[] }> {
  return useRead("/spiff-months");
}

export function useMonth(day: Day | undefined): Reading<MonthStatementsView> {
  return useRead(day === undefined ? undefined : `/spiff-months/${day}`, {}, { keep: true });
}

export function useStatement(day: Day | undefined, memberId: string): Reading<StatementView> {
  return useRead(day === undefined ? undefined : `/spiff-months/${day}/statements/${memberId}`);
}

export interface SaidRule {
  name: string;
  levels: number[] | null;
  fromDay?: Day;
  untilDay: Day | null;
  pay: Pay;
  repCap: number | null;
  allCap: number | null;
  roles: string[];
  teamIds: string[];
}

export interface SaidSpiff extends SaidRule {
  measure: SpiffMeasure;
  period: SpiffView["period"];
}

export function useOpenSpiff(done: () => void) {
  const say = useUndo();
  const undo = useWrite((id: string, gesture) => write("DELETE", `/spiffs/${id}`, undefined, gesture), {
    refresh,
  });
  return useWrite((said: SaidSpiff, gesture) => write<SpiffView>("POST", "/spiffs", said, gesture), {
    refresh,
    done: ({ id, now }) => {
      say(`“${now.name}” is open. Everybody who takes part can read its rule.`, () => undo.sendNow(id));
      done();
    },
  });
}

export function useChangeSpiff(spiff: Pick<SpiffView, "id">, done: () => void) {
  const say = useUndo();
  const undo = useWrite(
    (versionId: string, gesture) =>
      write("DELETE", `/spiffs/${spiff.id}/versions/${versionId}`, undefined, gesture),
    { refresh },
  );
  return useWrite(
    (said: SaidRule & { holds: HoldsFrom }, gesture) =>
      write<SpiffView>("POST", `/spiffs/${spiff.id}/versions`, said, gesture),
    {
      refresh,
      done: ({ versions }) => {
        const latest = versions[0];
        say("The rule is changed.", latest && (() => undo.sendNow(latest.id)));
        done();
      },
    },
  );
}

/** `done` is told the month that was signed: what is shown next may be another. */
export function useSign(done?: (day: Day) => void) {
  const say = useUndo();
  const undo = useWrite(
    (day: Day, gesture) => write("DELETE", `/spiff-months/${day}/signature`, undefined, gesture),
    { refresh },
  );
  const sign = useWrite(
    ({ day, seen }: { day: Day; seen: string }, gesture) =>
      write<MonthView>("PUT", `/spiff-months/${day}/signature`, { seen }, gesture),
    {
      refresh,
      done: (_, { day }) => {
        done?.(day);
        say("Signed. What changes from now on comes with the next statement.", () => undo.sendNow(day));
      },
    },
  );
  const takeBack = useWrite(
    (day: Day, gesture) => write("DELETE", `/spiff-months/${day}/signature`, undefined, gesture),
    { refresh, done: () => say("The signature is taken back.") },
  );
  return { sign, takeBack };
}
