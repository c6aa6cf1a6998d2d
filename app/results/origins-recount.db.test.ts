import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrder, medianDifference, medianRange } from "#lib/kernel/bootstrap.ts";
import { frozenClock } from "#lib/kernel/clock.ts";
import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import { verify } from "#lib/storage/verify.ts";
import { houseOver, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { checks } from "../house.ts";

// Half a year of two teams, told through the front door; then every figure of the origins and of the comparison counted again from bare
// rows, in plain loops that share nothing with the code under test but the bootstrap, which draws. It is Wednesday, 2026-11-18.
const TODAY = "2026-11-18";
const FIRST = "2026-05-04";
const REPS = ["rep", "colleague", "southRep"] as const;
/** On this day a rep of the north goes south, and on another comes back. */
const MOVED = "2026-08-03";
const BACK = "2026-10-05";

type Row = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any

let t: TestHouse;
let seed = 20261118;
/** Park and Miller's generator: the same story every time. */
const dice = (sides: number) => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % sides;
};
const pick = <T>(some: readonly T[]): T => some[dice(some.length)] as T;

const houses = new Map<Day, ReturnType<typeof houseOver>>();
const houseOn = (day: Day) => {
  const house =
    houses.get(day) ?? houseOver(t.test.database, { clock: frozenClock(new Date(`${day}T10:00:00Z`)) });
  houses.set(day, house);
  return house;
};
const send = async (day: Day, who: CastName, method: string, path: string, body?: unknown) => {
  const answer = await houseOn(day).send(method, path, body, { authorization: `Bearer ${t.cast.keys[who]}` });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const today = (who: CastName, method: string, path: string, body?: unknown) =>
  send(TODAY, who, method, path, body);

beforeAll(async () => {
  t = await openTestHouse({ now: new Date("2026-05-01T10:00:00Z") });
  await send(MOVED, "leader", "PUT", `/members/${t.cast.colleague}/team`, { teamId: t.cast.teams.south });
  await send(BACK, "leader", "PUT", `/members/${t.cast.colleague}/team`, { teamId: t.cast.teams.north });
  await tell();
}, 240_000);
afterAll(() => t?.close());

const until = (day: Day) => (day > TODAY ? TODAY : day);

async function tell(): Promise<void> {
  const accounts: string[] = [];
  const people: string[] = [];
  for (let at = 0; at < 12; at++) {
    const kind = at % 3 === 0 ? "client" : "prospect";
    const employees = [5, 30, 100, 400, undefined][at % 5];
    const made = await today("leader", "POST", "/accounts", { name: `Firma ${at}`, kind, employees });
    accounts.push(made.id);
    const person = { fullName: `Person ${at} von ${at}`, accountId: made.id };
    people.push((await today("leader", "POST", "/people", person)).id);
  }
  const asks = new Map<string, string>();
  for (const rep of REPS) {
    const said = { sourceId: people[0], day: FIRST, channel: "call", moment: "anytime", happened: true };
    const override = rep === "rep" ? {} : { sourceId: people[REPS.indexOf(rep) * 3] };
    asks.set(rep, (await today(rep, "POST", "/asks", { ...said, ...override })).id);
  }
  const introduced = new Map<string, { id: string; contactId: string; accountId: string }[]>();
  for (const rep of REPS) {
    const own = [];
    for (let at = 0; at < 6; at++) {
      const accountId = accounts[1 + 3 * (at % 3)] as string;
      const came = await today(rep, "POST", "/referrals", {
        sourceId: people[REPS.indexOf(rep) * 3],
        contact: { fullName: `Neu ${rep} ${at}`, accountId },
        level: 2,
        day: addDays(FIRST, 1 + at),
        ...(at < 3 && { askId: asks.get(rep) }),
      });
      own.push({ id: came.id, contactId: came.contactId, accountId });
    }
    introduced.set(rep, own);
  }
  for (let week = FIRST; week <= TODAY; week = addDays(week, 7))
    for (const rep of REPS) {
      for (let each = 4 + dice(3); each > 0; each--) {
        const openedOn = until(addDays(week, dice(7)));
        const from = pick(introduced.get(rep) as { id: string; contactId: string; accountId: string }[]);
        // The south brings more of the large ones, so that the groups are not alike.
        const isIntroduced = dice(rep === "southRep" ? 4 : 2) > 0;
        const said = isIntroduced
          ? { referralId: from.id, accountId: from.accountId, personId: from.contactId }
          : {
              accountId: pick(accounts),
              origin: pick(["referral", "inbound", "inbound", "cold-call", "existing-client", "event"]),
            };
        const amount =
          dice(8) === 0 ? null : { minor: 100 * dice(5_000) ** 2, currency: pick(["EUR", "EUR", "USD"]) };
        const deal = await today(rep, "POST", "/deals", {
          name: `Deal ${week}`,
          openedOn,
          amount,
          ...said,
        });
        const took = dice(isIntroduced ? 60 : 100);
        const day = addDays(openedOn, took);
        if (day <= TODAY) {
          const outcome = dice(isIntroduced ? 3 : 5) > 0 ? "won" : "lost";
          await today(rep, "PUT", `/deals/${deal.id}/outcome`, { outcome, day });
        }
        if (dice(12) === 0) await today(rep, "DELETE", `/deals/${deal.id}`);
      }
      const day = until(addDays(week, dice(5)));
      const from = pick(introduced.get(rep) as { id: string; contactId: string }[]);
      const meeting = await today(rep, "POST", "/meetings", {
        day,
        scheduledOn: day,
        ...(dice(2) === 0
          ? { personId: from.contactId, referralId: from.id }
          : { personId: pick(people), ...(dice(3) === 0 && { origin: "event" }) }),
        ...(day <= TODAY && { outcome: pick(["held", "held", "held", "no-show"]) }),
      });
      if (dice(10) === 0) await today(rep, "DELETE", `/meetings/${meeting.id}`);
    }
  await today("leader", "POST", "/merges", { kind: "account", keptId: accounts[3], mergedId: accounts[4] });
  await today("leader", "POST", "/merges", { kind: "person", keptId: people[1], mergedId: people[2] });
}

const all = async (table: string): Promise<Row[]> =>
  t.test.database.read(t.cast.workspaceId, async (tx) => {
    const query = sql<Row>`select * from ${sql.table(table)} where workspace_id = ${t.cast.workspaceId}`;
    return (await query.execute(tx.tables())).rows;
  });

const teamOf = (memberId: string, day: Day): string => {
  if (memberId === t.cast.southRep) return t.cast.teams.south;
  if (memberId === t.cast.colleague && day >= MOVED && day < BACK) return t.cast.teams.south;
  return t.cast.teams.north;
};
const SCOPES = ["the company", "the north", "the south", "who moved"] as const;
type ScopeName = (typeof SCOPES)[number];
const queryOf = (scope: ScopeName) => {
  if (scope === "the north") return `team=${t.cast.teams.north}`;
  if (scope === "the south") return `team=${t.cast.teams.south}`;
  return scope === "who moved" ? `member=${t.cast.colleague}` : "";
};
const isOf = (scope: ScopeName, memberId: string, day: Day) => {
  if (scope === "the company") return true;
  if (scope === "who moved") return memberId === t.cast.colleague;
  return teamOf(memberId, day) === t.cast.teams[scope === "the north" ? "north" : "south"];
};

interface Fact {
  id: string;
  origin: string;
  member: string;
  account: string;
  row: Row;
}

/** Meetings and deals that stand, with what they are reported by. */
async function facts(table: "meeting" | "deal"): Promise<Fact[]> {
  const referrals = new Map((await all("referral")).map((each) => [each["id"], each]));
  return (await all(table))
    .filter((row) => row["taken_back_at"] === null)
    .map((row) => {
      const referral = referrals.get(row["referral_id"]);
      const how = referral === undefined ? "unknown" : referral["ask_id"] === null ? "spontaneous" : "asked";
      const origin =
        row["origin"] === null
          ? "not-said"
          : row["origin"] === "referral"
            ? `referral-${how}`
            : row["origin"];
      return { id: row["id"], origin, member: row["member_id"], account: row["account_id"], row };
    });
}

const sum = (some: readonly number[]) => some.reduce((total, each) => total + each, 0);
const near = (value: number) => expect.closeTo(value, 8);
const rate = (successes: number, n: number) => {
  if (n < 20) return { kind: "too-early", n };
  const [z, p] = [1.959963984540054, successes / n];
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const [low, high] = [-1, 1].map((side) => (p + (z * z) / (2 * n) + side * half) / (1 + (z * z) / n));
  return { kind: "rate", n, value: near(p), low: near(low as number), high: near(high as number) };
};

interface Life {
  days: number;
  ended: boolean;
}
/** Deal by deal: at each day on which any ended, how many last longer, and between what that lies. */
function time(lives: readonly Life[]) {
  const closed = lives.filter(({ ended }) => ended).length;
  if (closed < 20) return { kind: "too-early", n: lives.length, closed };
  const found: { value: number | null; low: number | null; high: number | null } = {
    value: null,
    low: null,
    high: null,
  };
  let [left, variance] = [1, 0];
  const plateau: { at: number; until: number | null }[] = [];
  for (let day = 0; day <= 400; day++) {
    const atRisk = lives.filter(({ days }) => days >= day).length;
    const ended = lives.filter((life) => life.days === day && life.ended).length;
    if (ended === 0) continue;
    for (const each of plateau) each.until ??= day;
    left *= 1 - ended / atRisk;
    variance += ended / (atRisk * (atRisk - ended));
    const reach = (1.959963984540054 * Math.sqrt(variance)) / -Math.log(left);
    if (Math.abs(left - 0.5) < 1e-9) plateau.push({ at: day, until: null });
    if (left < 0.5 + 1e-9) found.value ??= day;
    if (left === 0 || left ** Math.exp(reach) < 0.5) found.low ??= day;
    if (left !== 0 && left ** Math.exp(-reach) < 0.5) found.high ??= day;
  }
  const flat = plateau[0];
  if (flat && flat.until !== null) found.value = (flat.at + flat.until) / 2;
  return { kind: "median", n: lives.length, closed, ...found };
}
const lifeOf = ({ row }: Fact): Life => ({
  days: daysBetween(row["opened_on"], row["closed_on"] ?? TODAY),
  ended: row["closed_on"] !== null,
});

const whole = (range: { value: number; low: number; high: number }) =>
  Object.fromEntries(Object.entries(range).map(([key, value]) => [key, Math.round(value)]));
const size = (minors: readonly number[]) =>
  minors.length < 20
    ? { kind: "too-early", n: minors.length }
    : { kind: "median", n: minors.length, ...whole(medianRange(inOrder(minors), { seed: 1987 })) };
const amountsIn = (deals: readonly Fact[], currency: string): number[] =>
  deals.filter(({ row }) => row["currency"] === currency).map(({ row }) => row["amount_minor"]);

/** The facts of a stretch and scope, by what they count for. */
async function counted(scope: ScopeName, { from, to }: { from: Day; to: Day }) {
  const [meetings, deals] = [await facts("meeting"), await facts("deal")];
  const on = (some: readonly Fact[], column: string) =>
    some.filter(({ row, member }) => {
      const day = row[column] as Day | null;
      return day !== null && day >= from && day <= to && isOf(scope, member, day);
    });
  const last = to < TODAY ? to : TODAY;
  return {
    "meetings-held": on(meetings, "outcome_day").filter(({ row }) => row["outcome"] === "held"),
    opened: on(deals, "opened_on"),
    open: deals.filter(({ row, member }) => {
      const stillOpen = row["closed_on"] === null || row["closed_on"] > last;
      return row["opened_on"] <= last && stillOpen && isOf(scope, member, last);
    }),
    won: on(deals, "closed_on").filter(({ row }) => row["outcome"] === "won"),
    lost: on(deals, "closed_on").filter(({ row }) => row["outcome"] === "lost"),
    ended: on(deals, "closed_on"),
  };
}
type Counted = Awaited<ReturnType<typeof counted>>;

/** All of one origin, or of some, as a line of the answer. */
function line(found: Counted, isIn: (origin: string) => boolean, sizes: boolean) {
  const mine = Object.fromEntries(
    Object.entries(found).map(([what, some]) => [what, some.filter(({ origin }) => isIn(origin))]),
  ) as Counted;
  const part = (what: keyof Counted) => ({
    count: mine[what].length,
    share: rate(mine[what].length, found[what].length),
  });
  const money = (what: "open" | "won") =>
    [...new Set(mine[what].flatMap(({ row }): string[] => row["currency"] ?? []))]
      .toSorted()
      .map((currency) => {
        const [own, every] = [sum(amountsIn(mine[what], currency)), sum(amountsIn(found[what], currency))];
        return { currency, minor: own, share: every === 0 ? null : near(own / every) };
      });
  return {
    meetingsHeld: part("meetings-held"),
    opened: part("opened"),
    open: part("open"),
    openAmounts: money("open"),
    won: part("won"),
    lost: mine.lost.length,
    revenue: money("won"),
    winRate: rate(mine.won.length, mine.ended.length),
    timeToClose: time(mine.opened.map(lifeOf)),
    ...(sizes && {
      sizes: money("won").map(({ currency }) => ({ currency, ...size(amountsIn(mine.won, currency)) })),
    }),
  };
}

const STRETCHES = ["from=2000-01-01&to=2026-11-18", "from=2026-06-01&to=2026-08-16", ""] as const;

const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id).toSorted();

describe("origins, counted again", () => {
  it.each(SCOPES.flatMap((scope) => STRETCHES.map((stretch) => [scope, stretch] as const)))(
    "of %s, %s",
    async (scope, stretch) => {
      const body = await today("manager", "GET", `/results/origins?${stretch}&${queryOf(scope)}`);
      const found = await counted(scope, body.stretch);
      for (const { origin, ...said } of body.items)
        expect(said, origin).toEqual(line(found, (each) => each === origin, true));
      const origins = new Set(Object.values(found).flatMap((some) => some.map(({ origin }) => origin)));
      expect(body.items.map((each: Row) => each["origin"]).toSorted()).toEqual([...origins].toSorted());
      expect(body.introductions).toEqual(line(found, (each) => each.startsWith("referral"), true));
      const { sizes: _, ...every } = body.all;
      expect(every).toEqual(line(found, () => true, false));
      expect(body.all.won.count).toBeGreaterThan(5);
    },
  );

  it.each(SCOPES)("close as many deals by referral as the scorecard of %s says", async (scope) => {
    for (const [from, to] of [
      ["2026-06-01", "2026-08-16"],
      ["2026-09-28", "2026-11-22"],
    ] as const) {
      const query = `from=${from}&to=${to}&${queryOf(scope)}`;
      const card = await today("rep", "GET", `/scorecard?by=week&${query}`);
      const { introductions, all: every } = await today("rep", "GET", `/results/origins?${query}`);
      const count = (kpi: string) => sum(card.items.map((row: Row) => row[kpi].count));
      expect(introductions.won.count).toBe(count("dealsClosed"));
      expect(every.meetingsHeld.count).toBe(count("meetingsHeld"));
      const money = new Map<string, number>();
      for (const row of card.items)
        for (const { currency, minor } of row.dealsClosed.money)
          money.set(currency, (money.get(currency) ?? 0) + minor);
      expect(new Map(introductions.revenue.map((each: Row) => [each["currency"], each["minor"]]))).toEqual(
        money,
      );
    }
  });

  it.each(SCOPES)("of %s open to as many facts as they count", async (scope) => {
    const query = `from=2026-06-01&to=2026-10-11&${queryOf(scope)}`;
    const found = await counted(scope, { from: "2026-06-01", to: "2026-10-11" });
    const listed = async (more: string) => {
      const items: Row[] = [];
      let cursor = "";
      for (;;) {
        const next = cursor && `&cursor=${cursor}`;
        const page = await today("rep", "GET", `/results/origins/facts?${query}&limit=17&${more}${next}`);
        items.push(...page.items);
        if (page.nextCursor === null) return items;
        cursor = page.nextCursor;
      }
    };
    for (const what of ["meetings-held", "opened", "open", "won", "lost", "ended"] as const) {
      const every = await listed(`what=${what}`);
      expect(ids(every as Fact[]), what).toEqual(ids(found[what]));
      const days = every.map(({ day }): Day => day);
      expect(days).toEqual(days.toSorted().toReversed());
      for (const origins of ["referral-asked", "inbound,event", "not-said"]) {
        const some = await listed(`what=${what}&origins=${origins}`);
        expect(ids(some as Fact[])).toEqual(
          ids(found[what].filter(({ origin }) => origins.split(",").includes(origin))),
        );
        expect(some.every((each) => origins.split(",").includes(each["origin"]))).toBe(true);
      }
    }
    const dollars = await listed("what=won&currency=USD");
    expect(ids(dollars as Fact[])).toEqual(ids(found.won.filter(({ row }) => row["currency"] === "USD")));
  });

  it("leave the books in order", async () => {
    const found = await verify(t.test.database, { id: t.cast.workspaceId, firstDay: 1 }, checks, () => 0);
    expect(found.flatMap(({ mistakes }) => mistakes)).toEqual([]);
  });
});

const AGES = [0, 15, 31, 61, 121, 241, Infinity];
const isWon = ({ row }: Fact) => row["outcome"] === "won";
const sideOf = (origin: string) => (origin.startsWith("referral") ? "first" : "second");

const sides = (some: readonly Fact[]) => ({
  first: some.filter(({ origin }) => sideOf(origin) === "first"),
  second: some.filter(({ origin }) => sideOf(origin) === "second"),
});

describe("introductions against the rest, counted again", () => {
  it.each(SCOPES)("of %s", async (scope) => {
    const stretch = { from: "2026-05-04", to: "2026-11-22" };
    const query = `from=${stretch.from}&to=${stretch.to}&${queryOf(scope)}`;
    const body = await today("rep", "GET", `/results/comparison?first=referral&second=others&${query}`);
    const found = await counted(scope, stretch);
    const accounts = new Map((await all("account")).map((each) => [each["id"], each]));
    const band = ({ account }: Fact) => {
      const { employees } = accounts.get(accounts.get(account)?.["kept_id"]) as Row;
      return String(employees === null ? -1 : [1, 10, 50, 250].filter((from) => employees >= from).length);
    };
    const KEYS = { "account-size": band, rep: ({ member }: Fact) => member } as const;
    const unlike = (some: readonly Fact[]) => {
      const { first, second } = sides(some);
      if (Math.min(first.length, second.length) < 20) return [];
      return (["account-size", "rep"] as const)
        .map((beside) => {
          const keys = new Set(some.map(KEYS[beside]));
          const share = (own: readonly Fact[], key: string) =>
            own.filter((each) => KEYS[beside](each) === key).length / own.length;
          const apart = sum([...keys].map((key) => Math.abs(share(first, key) - share(second, key)))) / 2;
          return { beside, apart };
        })
        .filter(({ apart }) => apart >= 0.1)
        .toSorted((a, b) => b.apart - a.apart);
    };
    const strata = (some: readonly Fact[], besides: readonly ("account-size" | "rep")[]) => {
      const by = Map.groupBy(some, (each) => besides.map((beside) => KEYS[beside](each)).join("|"));
      return [...by.values()].map(sides).filter(({ first, second }) => first.length > 0 && second.length > 0);
    };
    const shown = (some: ReturnType<typeof unlike>) =>
      some.map(({ beside, apart }) => ({ beside, apart: near(apart) }));

    const same: [unknown, unknown][] = [];
    const { first, second } = sides(found.ended);
    same.push([body.winRate.first, rate(first.filter(isWon).length, first.length)]);
    same.push([body.winRate.second, rate(second.filter(isWon).length, second.length)]);
    const { compared } = body.winRate;
    if (compared.kind === "compared") {
      const share = (own: readonly Fact[]) => own.filter(isWon).length / own.length;
      same.push([compared.plain.value, near(share(first) - share(second))]);
      same.push([compared.unlike, shown(unlike(found.ended))]);
      if (compared.unlike.length > 0) {
        const like = strata(found.ended, compared.within.besides);
        const weights = like.map(
          (each) => (each.first.length * each.second.length) / (each.first.length + each.second.length),
        );
        const within =
          sum(like.map((each, at) => (weights[at] as number) * (share(each.first) - share(each.second)))) /
          sum(weights);
        const { difference } = compared.within;
        same.push([difference?.value, difference === null ? undefined : near(within)]);
        same.push([compared.within.first, sum(like.map((each) => each.first.length))]);
        same.push([compared.within.second, sum(like.map((each) => each.second.length))]);
      }
    }

    const opened = sides(found.opened);
    const { timeToClose } = body;
    same.push([timeToClose.first, time(opened.first.map(lifeOf))]);
    same.push([timeToClose.second, time(opened.second.map(lifeOf))]);
    if (timeToClose.later !== null)
      same.push([timeToClose.later.value, timeToClose.first.value - timeToClose.second.value]);
    same.push([timeToClose.unlike, shown(unlike(found.opened))]);
    if (timeToClose.unlike.length > 0 && timeToClose.within.ratio !== null) {
      // Day by day: how many were looked at, and how many ended on it.
      let [above, below] = [0, 0];
      for (const each of strata(found.opened, timeToClose.within.besides))
        for (let age = 0; age < 6; age++) {
          const [one, other] = [looksAt(each.first, age), looksAt(each.second, age)];
          if (one.looks === 0 || other.looks === 0) continue;
          above += (one.events * other.looks) / (one.looks + other.looks);
          below += (other.events * one.looks) / (one.looks + other.looks);
        }
      same.push([timeToClose.within.ratio.value, near(above / below)]);
    }

    const won = sides(found.won);
    for (const { currency, larger, within, ...sizes } of body.sizes) {
      const [one, other] = [amountsIn(won.first, currency), amountsIn(won.second, currency)];
      same.push([
        [sizes.first, sizes.second],
        [size(one), size(other)],
      ]);
      if (larger !== null)
        same.push([larger, whole(medianDifference(inOrder(one), inOrder(other), { seed: 1987 }))]);
      const own = found.won.filter(({ row }) => row["currency"] === currency);
      same.push([sizes.unlike, shown(unlike(own))]);
      if (sizes.unlike.length === 0 || within.ratio === null) continue;
      let [weights, differences] = [0, 0];
      for (const each of strata(own, within.besides)) {
        const [a, b] = [logsOf(each.first), logsOf(each.second)];
        if (a.length === 0 || b.length === 0) continue;
        const weight = (a.length * b.length) / (a.length + b.length);
        weights += weight;
        differences += weight * (sum(a) / a.length - sum(b) / b.length);
      }
      same.push([within.ratio.value, near(Math.exp(differences / weights))]);
    }
    for (const [said, again] of same) expect(said).toEqual(again);
    expect(body.sizes.map((each: Row) => each["currency"])).toEqual(["EUR", "USD"]);
  });

  it("leave something to compare", async () => {
    const body = await today("rep", "GET", "/results/comparison?from=2026-05-04");
    expect(body.winRate.compared).toMatchObject({ unlike: [{}, {}], within: { difference: {} } });
    expect(body.timeToClose).toMatchObject({ later: {}, within: { ratio: {} } });
    expect(body.sizes[0]).toMatchObject({ currency: "EUR", larger: {}, within: { ratio: {} } });
  });
});

function looksAt(own: readonly Fact[], age: number): { events: number; looks: number } {
  let [events, looks] = [0, 0];
  for (const { days, ended } of own.map(lifeOf))
    for (let day = AGES[age] as number; day < (AGES[age + 1] as number) && day <= days; day++) {
      looks += 1;
      if (ended && day === days) events += 1;
    }
  return { events, looks };
}

function logsOf(some: readonly Fact[]): number[] {
  return some.flatMap(({ row }) => (row["amount_minor"] > 0 ? [Math.log(row["amount_minor"])] : []));
}
