import type { RepMonday } from "./rep-monday.ts";

// Answers of the front door, read as freely as in the tests.
// oxlint-disable-next-line typescript/no-explicit-any
type Read = (path: string) => Promise<any>;

/** What of a Monday is not where it must have gone, read through the API as the rep. Empty: all of it happened. */
export async function missingOf(
  monday: RepMonday,
  { read, memberId, today }: { read: Read; memberId: string; today: string },
): Promise<string[]> {
  const faults: string[] = [];
  const holds = (what: string, found: unknown) => {
    if (!found) faults.push(what);
  };
  const mine = `member=${memberId}&limit=100`;
  const [asks, plans, referrals, meetings, due, card] = await Promise.all([
    itemsOf(read, `/asks?${mine}&from=${today}`),
    itemsOf(read, `/plans?${mine}`),
    itemsOf(read, `/referrals?${mine}`),
    itemsOf(read, `/meetings?${mine}`),
    itemsOf(read, `/meetings?${mine}&stage=due`),
    itemsOf(read, `/scorecard?by=week&member=${memberId}&from=${today}&to=${today}`),
  ]);
  const askOf = (name: string) => asks.find(({ sourceName }) => sourceName === name);
  const planOf = (name: string) => plans.find(({ personName }) => personName === name);
  const [planned, alsoAsked, typed] = monday.chosen;
  holds("three different people were chosen", new Set(monday.chosen).size === 3);
  for (const name of [planned, alsoAsked, typed])
    holds(`${name} is planned for this week`, name && ["planned", "asked"].includes(planOf(name)?.state));
  holds(`${planned}'s plan says what for`, planned && planOf(planned)?.topics === monday.topics);
  holds(`${monday.letGo} was let go`, planOf(monday.letGo)?.whyNot === "no-time");
  holds(`${monday.kept} is planned for this week`, planOf(monday.kept)?.movedOn === today);
  holds("there was a number to call", /^tel:\+?\d{5,}$/.test(monday.number));
  holds(`${monday.first} named someone`, askOf(monday.first)?.outcome === "named-someone");
  const second = askOf(monday.second);
  holds(`${monday.second} thinks until a day`, second?.outcome === "will-think" && second.untilDay > today);
  for (const name of [alsoAsked, typed]) {
    const ask = name && askOf(name);
    holds(`${name} was asked and thinks`, ask && ask.outcome === "will-think" && ask.channel === "call");
    holds(`${name}'s plan is carried out`, ask && planOf(name)?.askId === ask.id);
  }
  holds(`${monday.open.sourceName} said no`, (await read(`/asks/${monday.open.id}`)).outcome === "no");
  for (const { source, contact } of monday.introduced) {
    const came = referrals.find(({ contactName }) => contactName === contact);
    holds(`${source} introduced ${contact}`, came?.sourceName === source && came.level === 1);
    holds(`${contact} was answered`, came?.state === "responded");
  }
  const { lines, copied } = monday;
  const [named] = monday.introduced[0]?.contact.split(" ") ?? [];
  holds("the lines to pass on were copied", named && copied === lines && copied.includes(named));
  holds("two meetings were held", monday.met.length >= 2);
  const held = meetings.filter(({ outcome, day }) => outcome === "held" && day === today);
  const heldWith = held.map(({ personName }) => personName);
  for (const name of monday.met)
    holds(`the meetings with ${name} were held`, timesIn(heldWith, name) >= timesIn(monday.met, name));
  holds("no meeting waits to be told", due.filter(({ day }) => day < today).length === 0);
  const kpis = card[0];
  holds("four people count as asked", kpis?.peopleAsked.count >= 4);
  holds("two introductions count", kpis?.referralsReceived.count >= 2);
  holds("the meetings count as held", kpis?.meetingsHeld.count >= monday.met.length);
  return faults;
}

async function itemsOf(read: Read, path: string): Promise<Awaited<ReturnType<Read>>[]> {
  return (await read(path)).items ?? [];
}

function timesIn(names: readonly string[], name: string): number {
  return names.filter((one) => one === name).length;
}
