import { throwDice, type Dice } from "#demo/dice.ts";
import { addDays } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { recount } from "#lib/storage/tally.ts";
import { verify } from "#lib/storage/verify.ts";
import type { AccountKind } from "#accounts/account.ts";
import { insertAccounts } from "#accounts/imported-account-store.ts";
import { insertOrigins } from "#people/origin-store.ts";
import { cleanPerson } from "#people/person.ts";
import { insertPeople } from "#people/person-store.ts";
import { openWorkspace } from "#team/workspace-actions.ts";
import { insertMember, insertTeam } from "#team/workspace-store.ts";
import { checks } from "../app/house.ts";
import { inventCompany, inventPersonName, inventPhone, inventTitle, mailLocal } from "./invented.ts";
import { fillFacts, type FactsSize } from "./people-facts.ts";
import type { Scratch } from "./scratch.ts";

export interface PeopleSize extends FactsSize {
  people: number;
  accounts: number;
  members: number;
  teams: number;
}

/** The size that was promised, or a part of it. */
export function workspaceAt(scale: number): PeopleSize {
  const part = (full: number) => Math.ceil(full * scale);
  return {
    people: part(100_000),
    accounts: part(20_000),
    deals: part(20_000),
    asks: part(30_000),
    spontaneous: part(3_000),
    meetings: part(15_000),
    lines: part(200_000),
    members: part(200),
    teams: part(20),
  };
}

const BATCH = 1_000;
const FIRST_DAY = 1;
const KINDS: readonly AccountKind[] = ["client", "prospect", "prospect", "former-client", "partner", "other"];

/** A workspace that has been in use for years, every table of the main loop filled; it passes `askwell verify`. */
export async function fillWorkspace(scratch: Scratch, size: PeopleSize, now: Date): Promise<void> {
  const dice = throwDice(7);
  const settings = {
    name: "A hundred thousand people",
    timeZone: "Europe/Berlin",
    currency: "EUR",
    calendar: { firstDay: FIRST_DAY, pattern: "months", startMonth: 1 },
    defaultCountry: "DE",
  } as const;
  const owner = { name: "Lena Fuchs", email: "lena@bench.example", userId: null };
  const { workspaceId } = await openWorkspace(scratch.database, { settings, owner }, now);
  const members = await seatMembers(scratch, workspaceId, size, now);
  const accounts = await addAccounts(scratch, workspaceId, dice, { size, members, now });
  await addPeople(scratch, workspaceId, dice, { size, members, accounts, now });
  await fillFacts(scratch, workspaceId, size, now.toISOString().slice(0, 10));
  await scratch.database.alone(workspaceId, (tx) => recount(tx, FIRST_DAY));
  await scratch.asOwner((client) => client.query("analyze"));
  await refuseMistakes(scratch, workspaceId);
}

async function seatMembers(
  scratch: Scratch,
  workspaceId: string,
  size: PeopleSize,
  now: Date,
): Promise<string[]> {
  const joined = addDays(now.toISOString().slice(0, 10), -1_500);
  return scratch.database.write(workspaceId, async (tx) => {
    const teams: string[] = [];
    for (let number = 0; number < size.teams; number++) {
      teams.push(newId(now));
      await insertTeam(tx, { id: teams[number]!, name: `Team ${number + 1}`, managerId: null }, now);
    }
    const members: string[] = [];
    for (let number = 0; number < size.members; number++) {
      const id = newId(now);
      const name = `Rep ${number + 1}`;
      const teamId = teams[number % teams.length]!;
      const member = {
        id,
        userId: null,
        name,
        email: `rep${number + 1}@bench.example`,
        role: "rep",
        teamId,
      } as const;
      await insertMember(tx, member, joined, now);
      members.push(id);
    }
    return members;
  });
}

interface Company {
  id: string;
  name: string;
  city: string;
  domain: string;
}

async function addAccounts(
  scratch: Scratch,
  workspaceId: string,
  dice: Dice,
  { size, members, now }: { size: PeopleSize; members: string[]; now: Date },
): Promise<Company[]> {
  const today = now.toISOString().slice(0, 10);
  const companies = Array.from({ length: size.accounts }, (_, number) => ({
    id: newId(now),
    ...inventCompany(dice, number),
  }));
  for (const batch of batchesOf(companies)) {
    const rows = batch.map(({ id, name, city, domain }, number) => {
      const kind = KINDS[number % KINDS.length]!;
      const holderId = number % 10 < 7 ? dice.pick(members) : null;
      const website = `https://www.${domain}`;
      const facts = {
        name,
        kind,
        industry: null,
        employees: null,
        website,
        phone: null,
        city,
        country: "DE",
        note: null,
        holderId,
      };
      return { id, facts, clientSince: kind === "client" ? addDays(today, -dice.between(30, 2_000)) : null };
    });
    await scratch.database.write(workspaceId, (tx) => insertAccounts(tx, rows, { at: now, by: members[0]! }));
  }
  console.log(`filled     ${companies.length} accounts`);
  return companies;
}

async function addPeople(
  scratch: Scratch,
  workspaceId: string,
  dice: Dice,
  { size, members, accounts, now }: { size: PeopleSize; members: string[]; accounts: Company[]; now: Date },
): Promise<void> {
  const numbers = Array.from({ length: size.people }, (_, number) => number);
  for (const batch of batchesOf(numbers)) {
    // Spread over four years, the oldest first, as a client list grows.
    const at = new Date(now.getTime() - (1 - batch[0]! / size.people) * 1_460 * 86_400_000);
    const rows = batch.map((number) => ({
      positionId: newId(at),
      ...inventPerson(dice, number, members, accounts, at),
    }));
    const origins = rows.map(({ id }) => ({
      id: newId(at),
      personId: id,
      cameFrom: "import" as const,
      detail: "contacts.csv",
    }));
    const written = { at, by: dice.pick(members) };
    await scratch.database.write(workspaceId, async (tx) => {
      await insertPeople(tx, rows, { ...written, country: "DE" });
      await insertOrigins(tx, origins, written);
    });
    if (batch.at(-1)! % 10_000 === 9_999) console.log(`filled     ${batch.at(-1)! + 1} people`);
  }
}

function inventPerson(dice: Dice, number: number, members: string[], accounts: Company[], at: Date) {
  const name = inventPersonName(dice);
  // Some companies are known far better than others; one person in ten belongs to none.
  const company = dice.chance(0.9) ? accounts[Math.floor(dice.roll() ** 2 * accounts.length)]! : null;
  const domain = company?.domain ?? "post.example";
  const said = {
    fullName: `${name.given} ${name.family}`,
    title: dice.chance(0.85) ? inventTitle(dice) : null,
    accountId: company?.id ?? null,
    emails: dice.chance(0.85) ? [`${mailLocal(name)}${number}@${domain}`] : [],
    phones: dice.chance(0.6) ? [inventPhone(number)] : [],
    linkedinUrl: dice.chance(0.4) ? `https://www.linkedin.com/in/${mailLocal(name)}-${number}` : null,
    city: company?.city ?? null,
    country: "DE",
    note: dice.chance(0.1) ? "Met at the trade fair; likes to be called in the morning." : null,
    holderId: dice.chance(0.7) ? dice.pick(members) : null,
  };
  return { id: newId(at), facts: cleanPerson(said, "DE"), accountName: company?.name ?? null };
}

async function refuseMistakes(scratch: Scratch, workspaceId: string): Promise<void> {
  const results = await verify(scratch.database, { id: workspaceId, firstDay: FIRST_DAY }, checks, Date.now);
  const mistakes = results.flatMap((result) =>
    result.mistakes.map((mistake) => `${result.name}: ${mistake}`),
  );
  if (mistakes.length > 0)
    throw new Error(`what was filled is not a workspace: ${mistakes.slice(0, 5).join("; ")}`);
}

function batchesOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) =>
    all.slice(at * BATCH, (at + 1) * BATCH),
  );
}
