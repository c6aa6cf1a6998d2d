import { describe, expect, it } from "vitest";
import { NO_THEME, WILLING_THEMES } from "./willing-themes.ts";
import { cleanTheme, cleanThemes, joinThemes, proposeThemes, readyThemes, saidAt } from "./willing.ts";

const ready = readyThemes(WILLING_THEMES);

describe("what words speak of", () => {
  it.each([
    ["They saved us a week each month.", "results"],
    ["If the results hold for another year, gladly.", "results"],
    ["Wenn die Einsparung auch im zweiten Werk klappt.", "results"],
    ["You kept every promise you made.", "trust"],
    ["Wir vertrauen Ihnen, Termine wurden gehalten.", "trust"],
    ["Your team listens.", "people"],
    ["Die Zusammenarbeit war menschlich sehr angenehm.", "people"],
    ["If it works for our neighbours in the harbour, too.", "whom"],
    ["Ich müsste wissen, wem es passt.", "whom"],
    ["A short text that I can just forward.", "ease"],
    ["Wenn es mich keinen Aufwand kostet.", "ease"],
    ["As long as nobody is pushy with my contacts.", "safety"],
    ["Mein Ruf darf nicht leiden, niemand darf aufdringlich sein.", "safety"],
    ["I would like to hear what became of it.", "told"],
    ["Eine kurze Rückmeldung, was daraus geworden ist.", "told"],
    ["If you introduced us to somebody in return.", "back"],
    ["Ein Gegengefallen wäre schön.", "back"],
    ["You only have to ask.", "asked"],
    ["Mich hat nie jemand gefragt.", "asked"],
    ["Once the project is finished.", "moment"],
    ["Sobald wir das Projekt abgeschlossen haben.", "moment"],
  ])("%s", (words, theme) => {
    expect(proposeThemes(words, ready)).toContain(theme);
  });

  it.each(["", "…", "Nothing.", "Weiß nicht.", "12345"])("is not guessed from %j", (words) => {
    expect(proposeThemes(words, ready)).toEqual([]);
  });

  it("is two themes at most, the likelier first", () => {
    const many = "Results we can show, promises kept, a short draft to forward, and that I hear back.";
    const proposed = proposeThemes(many, ready);
    expect(proposed).toHaveLength(2);
    expect(proposed[0]).toBe("ease");
  });

  it("finds a theme of a team's own by its words", () => {
    const own = readyThemes([{ key: "own", name: "Our academy", signs: ["academy", "Schulung"] }]);
    expect(proposeThemes("Die Schulungen waren gut", own)).toEqual(["own"]);
    expect(proposeThemes("Das Essen war gut", own)).toEqual([]);
  });
});

describe("where words stand", () => {
  const id = "0199c8f0-0000-7000-8000-000000000001";
  it("is named in an address", () => {
    expect(saidAt(`card.${id}.introduce`)).toEqual({ kind: "card", recordId: id, place: "introduce" });
    expect(saidAt(`review.${id}.referral`)).toEqual({ kind: "review", recordId: id, place: "referral" });
  });

  it.each(["", "card", `card.${id}`, "card.1.introduce", `deal.${id}.x`])("is not %j", (key) => {
    expect(() => saidAt(key)).toThrow("words");
  });
});

describe("what somebody says of words", () => {
  it("is each theme once, in their order, or that they say nothing of it", () => {
    expect(cleanThemes(["ease", "results", "ease"], WILLING_THEMES)).toEqual(["results", "ease"]);
    expect(cleanThemes([NO_THEME], WILLING_THEMES)).toEqual([NO_THEME]);
    expect(cleanThemes([], WILLING_THEMES)).toEqual([]);
    expect(() => cleanThemes([NO_THEME, "ease"], WILLING_THEMES)).toThrow("or nothing");
    expect(() => cleanThemes(["luck"], WILLING_THEMES)).toThrow("no such theme");
  });

  it("needs a name where the theme is their own", () => {
    expect(cleanTheme({ name: " Our academy ", signs: ["a", " a", ""] })).toEqual({
      name: "Our academy",
      signs: ["a"],
    });
    expect(() => cleanTheme({ name: " ", signs: [] })).toThrow("name the theme");
  });
});

describe("themes that two sort at once", () => {
  it.each([
    [[], ["results"], ["trust"], ["trust", "results"]],
    [["trust"], [], ["trust", "ease"], ["ease"]],
    [["trust"], ["trust", "ease"], [], ["ease"]],
    [[], [NO_THEME], ["trust"], [NO_THEME]],
    [[], ["trust"], [NO_THEME], ["trust"]],
    [["ease"], ["ease"], ["trust"], ["trust"]],
  ])("%j, %j over %j", (before, wanted, now, joined) => {
    expect(joinThemes(before, wanted, now)).toEqual(joined);
  });
});
