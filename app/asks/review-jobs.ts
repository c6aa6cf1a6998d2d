import { addDays } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import type { NightWork } from "#team/nightly-jobs.ts";
import { readSettings } from "./moment-setting-actions.ts";
import { insertMoments } from "./moment-store.ts";
import { momentLine } from "./moment-use-actions.ts";
import { clientsToReview } from "./review-store.ts";

/** Each client is reviewed once a quarter, or as often as the setting says: brings one review to each relationship holder a night. */
export const bringReviews: NightWork = async (tx, night) => {
  const { broughtBy, pauseDays } = (await readSettings(tx))["account-review"];
  if (broughtBy !== "rhythm") return;
  const clients = await clientsToReview(tx, addDays(night.today, -pauseDays));
  const came = clients.map(({ accountId, memberId }) => ({
    id: newId(night.now),
    moment: "account-review" as const,
    accountId,
    memberId,
    personId: null,
    becauseId: null,
    words: null,
    day: night.today,
    dueOn: night.today,
  }));
  await insertMoments(tx, came, night);
  await writeJournal(
    tx,
    night,
    came.map((each) => momentLine(each, "moment.came", night.today, each.memberId, true)),
  );
};
