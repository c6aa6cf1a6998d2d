import { dayIn } from "#lib/kernel/days.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import type { JobKind } from "#lib/jobs/worker.ts";
import { recount } from "#lib/storage/tally.ts";
import { settleTeam } from "./member-store.ts";
import { readWorkspace, setFirstDay } from "./workspace-store.ts";

/** Counts everything anew for weeks that begin on another day, and lets them begin there, in one transaction. */
const recountWeeks: JobKind<{ firstDay: Weekday }> = {
  kind: "recount",
  alone: true,
  async run({ tx, payload, report }) {
    const says = "Counting every week anew";
    let reported = report({ done: 0, total: 1, says });
    await recount(tx, payload.firstDay, (done, total) => {
      reported = reported.then(() => report({ done, total, says }));
    });
    await reported;
    await setFirstDay(tx, payload.firstDay);
  },
};

/** On the day of a planned move the new team becomes the member's team. */
const teamMove: JobKind<{ memberId: string }> = {
  kind: "team-move",
  async run({ tx, payload, now }) {
    const { timeZone } = await readWorkspace(tx);
    await settleTeam(tx, payload.memberId, dayIn(now, timeZone));
  },
};

export const teamJobKinds = [recountWeeks, teamMove] as unknown as readonly JobKind[];
