import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, notAllowed } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { mayLead } from "#team/member.ts";
import { MOMENTS, type Moment } from "./ask.ts";
import {
  insertSetting,
  standingSettings,
  takeBackSettingRow,
  type SettingRow,
} from "./moment-setting-store.ts";
import { cleanSetting, FIRST_SETTINGS, type MomentSetting, type Settings } from "./moment.ts";

export type SettingSeen = MomentSetting & {
  moment: Moment;
  changed: Pick<SettingRow, "day" | "byName"> | null;
};

/** Of every moment, in their order. */
export async function settingsSeen(tx: Tx): Promise<SettingSeen[]> {
  const changed = await standingSettings(tx);
  return MOMENTS.map((moment) => {
    const own = changed.find((each) => each.moment === moment);
    if (!own) return { ...FIRST_SETTINGS[moment], moment, changed: null };
    const { id: _id, day, byName, ...setting } = own;
    return { ...setting, changed: { day, byName } };
  });
}

/** What the moments of this workspace are for and what brings them. */
export async function readSettings(tx: Tx): Promise<Settings> {
  const own = await standingSettings(tx);
  return { ...FIRST_SETTINGS, ...Object.fromEntries(own.map((each) => [each.moment, each])) };
}

/** From now on; what has come already stays as it came. Throws Problem not-allowed, invalid. */
export async function changeSetting(
  tx: Tx,
  actor: Actor,
  moment: Moment,
  said: MomentSetting,
): Promise<SettingSeen> {
  refuseUnlessLeader(actor);
  const setting = cleanSetting(said, moment);
  const id = newId(actor.now);
  await insertSetting(tx, { ...setting, id, moment }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "moment.changed",
      subject: { kind: "moment-setting", id },
      day: actor.today,
      concerns: [tx.workspaceId],
      detail: { moment, ...setting },
    },
  ]);
  return mustSee(tx, moment);
}

/** As it was before the last change. Throws Problem not-allowed, and conflict where nothing was changed. */
export async function takeBackSetting(tx: Tx, actor: Actor, moment: Moment): Promise<SettingSeen> {
  refuseUnlessLeader(actor);
  const own = (await standingSettings(tx)).find((each) => each.moment === moment);
  if (!own) throw conflict("this moment is as every workspace begins with it");
  await takeBackSettingRow(tx, own.id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [own.id] }, "moment.change-taken-back");
  return mustSee(tx, moment);
}

async function mustSee(tx: Tx, moment: Moment): Promise<SettingSeen> {
  return (await settingsSeen(tx)).find((each) => each.moment === moment)!;
}

function refuseUnlessLeader(actor: Actor): void {
  if (!mayLead(actor)) throw notAllowed("the moments of the sales process are set by a leader");
}
