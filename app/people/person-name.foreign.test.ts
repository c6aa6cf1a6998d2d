import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { splitName } from "./person-name.ts";

const FILE = new URL(
  "../../../shared/data/5-identity-dates/names/probablepeople/test_data_labeled.xml",
  import.meta.url,
);
const missing = !existsSync(FILE);
if (missing) console.info(`Left out: the labelled names, because ${FILE.pathname} is not there.`);

/** The names of single people there, with what a person labelled as given and as family name. */
function labelledPeople(): { text: string; given: string; family: string }[] {
  const names = readFileSync(FILE, "utf8").matchAll(/<Name>(.*?)<\/Name>/g);
  return [...names].flatMap(([, inner]) => {
    const tokens = [...inner!.matchAll(/<(\w+)>([^<]*)<\/\w+>/g)].map(([, label, text]) => ({
      label: label!,
      text: text!.replaceAll("&amp;", "&"),
    }));
    const isOnePerson = tokens.every(
      ({ label }) => !/^(Corporation|And|Household|Initial|FirstInitial)/.test(label),
    );
    const words = (wanted: string) =>
      tokens
        .filter(({ label }) => label === wanted)
        .map(({ text }) => text.replace(/,$/, ""))
        .join(" ");
    const text = tokens.map((token) => token.text).join(" ");
    return isOnePerson && words("GivenName") && words("Surname")
      ? [{ text, given: words("GivenName"), family: words("Surname") }]
      : [];
  });
}

describe.skipIf(missing)("names labelled by people (probablepeople)", () => {
  const people = missing ? [] : labelledPeople();

  it("are split as labelled, nearly all", () => {
    expect(people.length).toBeGreaterThan(45);
    const wrong = people.filter(({ text, given, family }) => {
      const split = splitName(text);
      return split.given !== given || split.family !== family;
    });
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});
