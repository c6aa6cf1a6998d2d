import { addDays } from "#lib/kernel/days.ts";
import { throwDice } from "./dice.ts";
import { TITLES } from "./names.ts";
import type { Scene } from "./scenes.ts";
import type { Life, Source } from "./story.ts";

type SceneOf<W extends Scene["what"]> = Extract<Scene, { what: W }>;

const PICTURES: readonly Omit<SceneOf<"ideal-client">, "what" | "day">[] = [
  {
    by: "lena",
    scope: "workspace",
    name: "Plants that plan on paper",
    level: "a plant manager or head of operations",
    company: "makers of goods with 200 to 1,000 people",
    industry: null,
    situation: "who open a second site or a third shift and still write shift plans on paper",
    says: "Nobody knows on Friday who works on Monday.",
    notWho: "Groups whose planning is decided at headquarters.",
  },
  {
    by: "petra",
    scope: "team",
    name: "Clinics that fill gaps by phone",
    level: "a head of nursing or head of operations",
    company: "clinics with 300 beds and more",
    industry: "Health care",
    situation: "who lost their roster planner or failed an audit of rest times",
    says: "At ten at night I am still calling people for the early shift.",
    notWho: "Single practices.",
  },
  {
    by: "mia",
    scope: "rep",
    name: "Warehouses before their season",
    level: "a warehouse team lead or head of operations",
    company: "warehouses that double their people for three months",
    industry: "Logistics, Food, Packaging",
    situation: "who have two months until the season and no plan for the extra shifts",
    says: "Last year we turned trucks away for want of hands.",
    notWho: "Whoever hires through one agency that plans for them.",
  },
];

const REASONS: readonly Omit<SceneOf<"reason">, "what" | "day" | "key">[] = [
  {
    by: "lena",
    sentence: "Plants like yours have their shift plan in an hour instead of a day.",
    industry: null,
    problem: "Shift plans on paper",
  },
  {
    by: "mia",
    sentence: "A warehouse near Bremen took on ninety people for its season and turned no truck away.",
    industry: "Logistics",
    problem: "Extra shifts for the season",
  },
  {
    by: "jonas",
    sentence: "Makers of machines see on Thursday which order stands still on Monday for want of a fitter.",
    industry: "Machinery, Electronics, Instruments",
    problem: "Orders that wait for people",
  },
  {
    by: "aylin",
    sentence: "In clinics that plan with us nobody is called on their day off any more.",
    industry: "Health care",
    problem: "Gaps in the roster",
  },
  {
    by: "tariq",
    sentence: "A bakery of 300 people passed its audit of rest times without a finding.",
    industry: "Food",
    problem: "Audits of rest times",
  },
  {
    by: "sophie",
    sentence: "Plants with two sites lend each other people instead of paying overtime.",
    industry: "Machinery, Chemicals, Packaging",
    problem: "A second site without a plan",
  },
  {
    by: "nina",
    sentence: "Utilities know within ten minutes who can drive out when a storm comes.",
    industry: "Utilities, Energy",
    problem: "Standby at night",
  },
  {
    by: "david",
    sentence: "The month's hours are in payroll on the second day.",
    industry: null,
    problem: "Waiting for the month's figures",
  },
];

/** Of the reasons written down, the first first. */
export function reasonKey(at: number): string {
  return `reason-${at}`;
}

const WHYS = [
  "Opens a second site in spring.",
  "Their planner retires next year.",
  "Speaks at the regional production circle.",
  "Third shift since summer, all on a whiteboard.",
] as const;
const ACCOUNT_WHYS = ["Build a new hall this year.", "Bought their largest competitor."] as const;

/**
 * Whom the team wants to meet and why; and that some of their sources once worked beside them. Its own dice, so that the rest
 * of the story stays as it is.
 */
export function tellOfPictures(life: Life): void {
  const dice = throwDice(16_081_994);
  const since = (days: number) => addDays(life.today, -days);
  for (const picture of PICTURES) life.scenes.push({ ...picture, what: "ideal-client", day: since(150) });
  for (const [at, reason] of REASONS.entries())
    life.scenes.push({ ...reason, what: "reason", key: reasonKey(at), day: since(140 - 11 * at) });
  const pursued = life.scenes.filter(
    (scene) => scene.what === "account" && scene.named && scene.kind === "prospect",
  );
  const keys = new Set(pursued.map((scene) => ("key" in scene ? scene.key : "")));
  const people = life.scenes.filter((scene) => scene.what === "person" && keys.has(scene.account));
  const [first, ...others] = life.sources.filter((source) => source.since < since(400));
  if (first === undefined) return;
  for (const [at, person] of people.slice(0, WHYS.length).entries()) {
    if (person.what !== "person") continue;
    const { key, by } = person;
    life.scenes.push({
      what: "target",
      day: since(60 - at),
      by,
      person: key,
      account: null,
      why: WHYS[at] ?? "",
    });
    // Where they and two sources of the team worked at the same time, years ago.
    const before = dice.pick(others).account;
    const left = 2018 + at;
    const there = { account: before, title: dice.pick(TITLES) };
    const own = { from: `${left - 5}-04-01`, until: `${left}-07-01` };
    life.scenes.push(stay({ ...there, ...own, person: key, by, day: since(59) }));
    const beside = others.filter((source) => source.account !== before && isOf(source, at));
    const theirs = { from: `${left - 3}-02-01`, until: `${left + 2}-01-01` };
    for (const source of [beside[at], beside[at + 5]])
      if (source)
        life.scenes.push(
          stay({
            ...there,
            ...theirs,
            title: dice.pick(TITLES),
            person: source.person,
            by: source.by,
            day: since(58),
          }),
        );
  }
  for (const [at, account] of pursued.slice(WHYS.length, WHYS.length + ACCOUNT_WHYS.length).entries())
    if (account.what === "account")
      life.scenes.push({
        what: "target",
        day: since(40 - at),
        by: account.by,
        person: null,
        account: account.key,
        why: ACCOUNT_WHYS[at] ?? "",
      });
}

/** Mia's sources first: the story is mostly looked at through hers. */
function isOf(source: Source, at: number): boolean {
  return at % 2 === 0 ? source.by === "mia" : source.by !== "mia";
}

function stay(said: Omit<SceneOf<"stay">, "what">): Scene {
  return { ...said, what: "stay" };
}
