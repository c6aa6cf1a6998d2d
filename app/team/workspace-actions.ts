import type { Actor } from "#lib/kernel/actor.ts";
import { dayIn } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed } from "#lib/kernel/problem.ts";
import { queueJob } from "#lib/jobs/queue.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { cleanEmail, cleanName } from "./contact.ts";
import { cleanWorkdays } from "./holiday.ts";
import { checkSettings, cleanPostalAddress, slugOf, type WorkspaceSettings } from "./workspace.ts";
import { queueNextNight } from "./nightly-jobs.ts";
import { needSomeWorkday } from "./some-workday-actions.ts";
import { renameSeats } from "./session-store.ts";
import { mayLead } from "./member.ts";
import { keepWorkdaysBefore } from "./work-calendar-store.ts";
import {
  findWorkspaceId,
  insertMember,
  insertWorkspace,
  readWorkspace,
  updateSettings,
} from "./workspace-store.ts";

export interface NewWorkspace {
  settings: WorkspaceSettings;
  owner: { name: string; email: string; userId: string | null };
  story?: "demo";
}

export interface OpenedWorkspace {
  workspaceId: string;
  ownerId: string;
  slug: string;
}

/** Makes a workspace with its owner, who is its first leader. Throws Problem conflict when the slug is taken. */
export async function openWorkspace(
  database: Database,
  wanted: NewWorkspace,
  now: Date,
): Promise<OpenedWorkspace> {
  const workspaceId = newId(now);
  return database.write(workspaceId, (tx) => establishWorkspace(tx, wanted, now));
}

/** The same within the transaction of a workspace that does not exist yet. */
export async function establishWorkspace(tx: Tx, wanted: NewWorkspace, now: Date): Promise<OpenedWorkspace> {
  const { settings, story = null } = wanted;
  checkSettings(settings);
  const owner = {
    ...wanted.owner,
    name: cleanName(wanted.owner.name),
    email: cleanEmail(wanted.owner.email),
  };
  const slug = slugOf(settings.name);
  const ownerId = newId(now);
  const today = dayIn(now, settings.timeZone);
  try {
    await insertWorkspace(tx, slug, settings, now, story);
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== "workspace_slug_key") throw error;
    throw conflict(`there is a workspace "${slug}" already; choose another name`);
  }
  await insertMember(tx, { id: ownerId, role: "leader", teamId: null, ...owner }, today, now);
  const { name, timeZone, currency, calendar } = settings;
  const workspace = { id: tx.workspaceId, slug, name, timeZone, currency, calendar };
  await writeJournal(tx, { now, workspace, member: { id: ownerId } }, [
    { verb: "workspace.opened", subject: { kind: "workspace", id: tx.workspaceId }, day: today },
  ]);
  await queueNextNight(tx, now, timeZone);
  return { workspaceId: tx.workspaceId, ownerId, slug };
}

/** Throws Problem invalid when there is none. */
export async function workspaceIdOf(database: Database, slug: string): Promise<string> {
  const id = await findWorkspaceId(database, slug);
  if (!id) throw invalid(`there is no workspace "${slug}"`, "workspace");
  return id;
}

/**
 * Leaders only. All but the first day of the week holds at once; that one comes with the recount, a job whose id stands in
 * the answer. A new currency is for amounts to come: those that are there keep theirs.
 */
export async function changeSettings(tx: Tx, actor: Actor, wanted: WorkspaceSettings): Promise<void> {
  if (!mayLead(actor)) throw notAllowed("only a leader changes the workspace's settings");
  const { workdays, postalAddress } = wanted;
  const settings = {
    ...wanted,
    name: wanted.name.trim(),
    workdays: workdays && cleanWorkdays(workdays),
    postalAddress: postalAddress === undefined ? undefined : cleanPostalAddress(postalAddress),
  };
  checkSettings(settings);
  const before = await readWorkspace(tx);
  const { restDays = before.restDays } = settings;
  const fields = changedFields(before, {
    ...settings,
    restDays,
    workdays: settings.workdays ?? before.workdays,
    postalAddress: settings.postalAddress === undefined ? before.postalAddress : settings.postalAddress,
  });
  if (fields.length === 0) return;
  if (fields.includes("workdays")) await keepWorkdaysBefore(tx, tx.workspaceId, before.workdays, actor.today);
  await updateSettings(tx, settings);
  if (fields.includes("workdays")) await needSomeWorkday(tx, actor, null);
  if (fields.includes("name")) await renameSeats(tx, settings.name);
  if (fields.includes("firstDay")) {
    const payload = { firstDay: settings.calendar.firstDay };
    await queueJob(tx, { kind: "recount", payload, askedBy: actor.member.id, now: actor.now });
  }
  await writeJournal(tx, actor, [
    {
      verb: "workspace.changed",
      subject: { kind: "workspace", id: tx.workspaceId },
      day: actor.today,
      detail: { fields, ...(fields.includes("firstDay") ? { firstDay: settings.calendar.firstDay } : {}) },
    },
  ]);
}

/** Days between two asks of one source, of whomever. */
export async function restDaysOf(tx: Tx): Promise<number> {
  return (await readWorkspace(tx)).restDays;
}

/** Where we can be reached by post, on one line; null: nobody wrote it down. */
export async function postalAddressOf(tx: Tx): Promise<string | null> {
  return (await readWorkspace(tx)).postalAddress;
}

/** In which country the workspace's people are where nothing else is said; null: it was not. */
export async function homeCountryOf(tx: Tx): Promise<string | null> {
  return (await readWorkspace(tx)).defaultCountry;
}

function changedFields(before: WorkspaceSettings, after: WorkspaceSettings): string[] {
  const [old, wanted] = [flat(before), flat(after)];
  return SETTINGS.filter((field) => old[field] !== wanted[field]);
}

function flat({ calendar, workdays, ...rest }: WorkspaceSettings): Record<string, unknown> {
  return { ...rest, ...calendar, workdays: workdays?.join() };
}

const SETTINGS = [
  "name",
  "timeZone",
  "currency",
  "firstDay",
  "pattern",
  "startMonth",
  "defaultCountry",
  "restDays",
  "workdays",
  "postalAddress",
];
