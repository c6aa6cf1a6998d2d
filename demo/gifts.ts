import { addDays } from "#lib/kernel/days.ts";
import { onWorkday, type Life, type Source } from "./story.ts";

/** Within the cap of a year. */
const SMALL = [
  { what: "a book about lighthouses", minor: 24_00 },
  { what: "tea from the harbour", minor: 12_50 },
  { what: "chocolates", minor: 16_00 },
  { what: "flowers", minor: 29_90 },
] as const;

/**
 * Gifts as thanks: one a person and year at most with what is owed, a few besides, one that waits for approval, one that was
 * refused, and an employer who forbids them. No dice, so that the rest stays as it is.
 */
export function tellOfGifts(life: Life): void {
  const { scenes, today } = life;
  const sourceOf = new Map(
    scenes.flatMap((scene) => (scene.what === "referral" ? [[scene.key, scene.source]] : [])),
  );
  const got = new Set<string>();
  let given = 0;
  const thanks = scenes.flatMap((scene) => (scene.what === "loop" && scene.how === "gift" ? [scene] : []));
  for (const scene of thanks.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const source = sourceOf.get(scene.referral) ?? "";
    const inYear = `${source} ${scene.day.slice(0, 4)}`;
    if (got.has(inYear)) scene.how = "note";
    else scene.gift = SMALL[given++ % SMALL.length]!;
    got.add(inYear).add(source);
  }
  const [first, second, third, fourth] = longKnown(life, got);
  const on = (daysAgo: number) => onWorkday(addDays(today, -daysAgo));
  const give = (to: Source, daysAgo: number, gift: { what: string; minor: number }, words: string) => {
    const key = life.key("gift");
    return { what: "gift" as const, key, day: on(daysAgo), by: to.by, person: to.person, gift, words };
  };
  if (first)
    scenes.push(give(first, 40, { what: "a bottle of wine", minor: 19_50 }, "For twenty years there."));
  if (second) {
    const dear = give(
      second,
      8,
      { what: "two tickets to the harbour concert", minor: 96_00 },
      "Three introductions this year.",
    );
    scenes.push({ ...dear, asked: true });
  }
  if (third) {
    const dear = give(third, 30, { what: "a case of wine", minor: 78_00 }, "For the works' anniversary.");
    scenes.push({ ...dear, asked: true });
    const why = "Six bottles look like a favour. Write to them instead.";
    scenes.push({ what: "gift-refused", gift: dear.key, day: on(28), by: "petra", why });
  }
  if (fourth) {
    const words = "Their code of conduct: nothing, not even a calendar.";
    scenes.push({ what: "gift-ban", account: fourth.account, day: on(60), by: fourth.by, words });
  }
}

/** Of Mia's and her team's: one an account, where nobody ever got anything, the longest known first. */
function longKnown(life: Life, got: ReadonlySet<string>): Source[] {
  const there = new Set(life.sources.filter(({ person }) => got.has(person)).map(({ account }) => account));
  const quiet = life.sources.filter(
    ({ by, account, stopped, since }) =>
      ["mia", "jonas", "aylin"].includes(by) &&
      !stopped &&
      !there.has(account) &&
      since < addDays(life.today, -90),
  );
  return quiet.filter(({ account }, at) => quiet.findIndex((other) => other.account === account) === at);
}
