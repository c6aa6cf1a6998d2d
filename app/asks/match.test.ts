import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOfIndustry, speaksOf } from "./industry.ts";
import { matchFor, type Picture, type Pursued, type Reason, type StayAt, type Wanted } from "./match.ts";
import { TALK_LANGUAGES, talkLanguage } from "./wordings/talk-languages.ts";

const today = "2026-11-18";

const telia = { accountId: "telia", accountName: "Telia", industry: "Telecoms", city: "Stockholm" };
const hafen = { accountId: "hafen", accountName: "Hafen Logistik", industry: "Logistics", city: "Hamburg" };
const nordbank = { accountId: "nordbank", accountName: "Nordbank", industry: "Banking", city: "Kiel" };
const elbe = { accountId: "elbe", accountName: "Elbe Spedition", industry: "Logistics", city: "Hamburg" };

function stay(
  place: Omit<StayAt, "title" | "fromDay" | "untilDay" | "current">,
  more: Partial<StayAt> = {},
): StayAt {
  const { untilDay = null, ...rest } = more;
  return { ...place, title: null, fromDay: null, untilDay, current: untilDay === null, ...rest };
}

function pursuedPerson(id: string, name: string, stays: StayAt[], more: Partial<Pursued> = {}): Pursued {
  const now = stays.find((each) => each.current);
  const place = now && { ...now, ids: [now.accountId] };
  return {
    targetId: `t-${id}`,
    person: { id, ids: [id], name, title: now?.title ?? null, city: null },
    place: place ?? null,
    stays,
    ...more,
  };
}

function picture(id: string, more: Partial<Picture> = {}): Picture {
  return {
    id,
    name: id,
    level: null,
    company: null,
    industry: null,
    situation: null,
    says: null,
    notWho: null,
    memberId: null,
    teamId: null,
    retiredOn: null,
    ...more,
  };
}

function reason(id: string, more: Partial<Reason> = {}): Reason {
  return { id, sentence: id, industry: null, problem: null, retiredOn: null, ...more };
}

const anna = {
  personId: "anna",
  city: null,
  stays: [
    stay(hafen, { title: "Head of procurement", fromDay: "2023-04-01" }),
    stay(nordbank, { title: "Buyer", fromDay: "2019-02-01", untilDay: "2023-04-01" }),
    stay(telia, { untilDay: "2019-02-01" }),
  ],
};

const nothing: Wanted = {
  today,
  source: anna,
  target: null,
  pictures: [],
  reasons: [],
  pursued: [],
  ruledOut: { ids: [], topics: [] },
  words: talkLanguage("en").prompts,
};

function why(stays: StayAt[]): string | undefined {
  return matchFor({ ...nothing, pursued: [pursuedPerson("eva", "Eva Lund", stays)] }).targets[0]?.why;
}

function inGerman(more: Partial<Wanted>): string[] {
  const wanted = { ...nothing, ...more, words: talkLanguage("de").prompts };
  return matchFor(wanted).prompts.map(({ words }) => words);
}

function at(title: string | null, from: string | null, until: string | null): StayAt {
  return stay(nordbank, { title, fromDay: from, untilDay: until });
}

function fits(pictures: Picture[], more: Partial<Wanted>): string[] {
  return matchFor({ ...nothing, pictures, ...more }).pictures.map(
    (each) => `${each.id}: ${each.why.join("; ")}`,
  );
}

describe("category prompts", () => {
  it("are made of where somebody works and worked, in words said to them", () => {
    expect(matchFor(nothing).prompts).toEqual([
      {
        words: "the people you meet at Hafen Logistik",
        why: "you work there as Head of procurement since 2023",
      },
      { words: "your former colleagues at Nordbank (2019–2023)", why: "you worked there as Buyer" },
      { words: "your former colleagues at Telia (until 2019)", why: "you worked there" },
      {
        words: "others who run procurement in logistics",
        why: "you are Head of procurement at Hafen Logistik",
      },
      { words: "who took your place at Nordbank", why: "you were Buyer there until 2023" },
      { words: "others in logistics in Hamburg", why: "Hafen Logistik is in Hamburg" },
    ]);
  });

  it("say nothing about somebody of whom nothing is known", () => {
    const source = { personId: "anna", city: "Hamburg", stays: [] };
    expect(matchFor({ ...nothing, source }).prompts).toEqual([]);
    const bare = [stay({ ...hafen, industry: null, city: null })];
    expect(matchFor({ ...nothing, source: { ...source, stays: bare } }).prompts).toEqual([
      { words: "the people you meet at Hafen Logistik", why: "you work there" },
    ]);
  });

  it.each([
    ["Head of the warehouse", "others who run the warehouse in logistics"],
    ["Plant manager", "other plant managers in logistics"],
    ["CFO", "others who do your work in logistics"],
    ["Controller", "other controllers in logistics"],
    ["Head of IT", "others who run IT in logistics"],
    ["Works council", "others who do your work in logistics"],
  ])("know whose like a %s is", (title, words) => {
    const source = { ...anna, stays: [stay(hafen, { title })] };
    expect(matchFor({ ...nothing, source }).prompts.map((prompt) => prompt.words)).toContain(words);
  });

  it.each([
    ["Leiterin der Logistik", "andere in der Branche Logistics, die Logistik leiten"],
    ["Head of procurement", "andere in der Branche Logistics, die procurement leiten"],
    ["Einkaufsleiter", "andere in der Branche Logistics, die wie Sie Einkaufsleiter sind"],
    ["CFO", "andere in der Branche Logistics, die wie Sie CFO sind"],
  ])("know whose like a %s is in German", (title, words) => {
    const source = { ...anna, stays: [stay(hafen, { title })] };
    expect(inGerman({ source })).toContain(words);
  });

  it("are said in the language of the talk, whatever is known", () => {
    expect(inGerman({})).toEqual([
      "die Leute, die Sie bei Hafen Logistik treffen",
      "Ihre früheren Kollegen bei Nordbank (2019–2023)",
      "Ihre früheren Kollegen bei Telia (bis 2019)",
      "andere in der Branche Logistics, die procurement leiten",
      "die Person, die Ihre Stelle bei Nordbank übernommen hat",
      "andere in der Branche Logistics in Hamburg",
    ]);
    const bare = stay({ ...hafen, industry: null, city: null }, { title: "CFO" });
    expect(inGerman({ source: { ...anna, stays: [bare] } })[1]).toBe(
      "andere in anderen Unternehmen, die wie Sie CFO sind",
    );
    const since = stay(telia, { fromDay: "2019-02-01", current: false });
    expect(inGerman({ source: { ...anna, stays: [since] } })).toEqual([
      "Ihre früheren Kollegen bei Telia (seit 2019)",
    ]);
    const ruledOut = { ids: ["nordbank"], topics: ["Procurement"] };
    expect(inGerman({ ruledOut })).toHaveLength(3);
  });

  it.each(TALK_LANGUAGES.map(({ code }) => code))("leave no gap open in %s", (code) => {
    const titles = ["Head of x", "Plant manager", "CFO", "Leiter Einkauf"];
    const said = titles.flatMap((title) => {
      const source = { ...anna, stays: [stay(hafen, { title }), ...anna.stays.slice(1)] };
      return matchFor({ ...nothing, source, words: talkLanguage(code).prompts }).prompts;
    });
    expect(said.map(({ words }) => words).filter((words) => /[{}]|undefined| {2}|^$/.test(words))).toEqual(
      [],
    );
  });

  it("begin with the company of the target, where the source worked there", () => {
    const target = { targetId: null, person: null, place: { ...telia, ids: ["telia"] }, stays: [] };
    expect(matchFor({ ...nothing, target }).prompts[0]?.words).toBe(
      "your former colleagues at Telia (until 2019)",
    );
  });

  it("leave out what the source has ruled out, company or topic", () => {
    const ruledOut = { ids: ["nordbank"], topics: ["Procurement"] };
    expect(matchFor({ ...nothing, ruledOut }).prompts.map(({ words }) => words)).toEqual([
      "the people you meet at Hafen Logistik",
      "your former colleagues at Telia (until 2019)",
      "others in logistics in Hamburg",
    ]);
  });
});

describe("whom of those we pursue they may know", () => {
  it.each([
    [
      "there together",
      at(null, "2021-01-01", null),
      "Eva Lund has been at Nordbank since 2021, you were there until 2023",
    ],
    [
      "for one day",
      at(null, "2023-03-31", null),
      "Eva Lund has been at Nordbank since 2023, you were there until 2023",
    ],
    ["came on the day the other had gone", at(null, "2023-04-01", null), undefined],
    ["gone before the other came", at(null, "2010-01-01", "2019-02-01"), undefined],
    [
      "gone after the other came",
      at(null, "2010-01-01", "2019-02-02"),
      "Eva Lund was at Nordbank from 2010 to 2019, you were there until 2023",
    ],
    [
      "there since nobody knows when",
      at(null, null, null),
      "Eva Lund is at Nordbank, you were there until 2023; the years may not meet",
    ],
    [
      "there until a day within",
      at(null, null, "2020-06-01"),
      "Eva Lund was at Nordbank until 2020, you were there until 2023",
    ],
    ["there until a day before", at(null, null, "2018-06-01"), undefined],
  ])("%s", (_, theirs, expected) => {
    expect(why([theirs])).toBe(expected);
  });

  it("are their colleagues of today", () => {
    expect(why([stay(hafen)])).toBe("Eva Lund is at Hafen Logistik, you have been there since 2023");
  });

  it("are in their trade in their town, or the company itself", () => {
    expect(why([stay(elbe)])).toBe("both of you are in logistics in Hamburg");
    expect(why([stay({ ...elbe, city: "Bremen" })])).toBeUndefined();
    expect(why([stay({ ...elbe, industry: null })])).toBeUndefined();
    const company = { targetId: null, person: null, place: { ...telia, ids: ["telia"] }, stays: [] };
    expect(matchFor({ ...nothing, pursued: [company] }).targets).toEqual([
      {
        targetId: null,
        personId: null,
        accountId: "telia",
        words: "Telia",
        why: "you worked there until 2019",
      },
    ]);
  });

  it("stand surest first, the target of the ask before all, the source and what is ruled out never", () => {
    const sure = pursuedPerson("eva", "Eva Lund", [at("Head of risk", "2021-01-01", null)]);
    const unsure = pursuedPerson("ole", "Ole Berg", [at(null, null, null)]);
    const town = pursuedPerson("ida", "Ida Kern", [stay(elbe)]);
    const herself = pursuedPerson("anna", "Anna", anna.stays);
    const off = pursuedPerson("cem", "Cem Amsel", [at(null, "2020-01-01", null)], {
      person: { id: "cem", ids: ["cem", "cem-before"], name: "Cem Amsel", title: null, city: null },
    });
    const wanted = {
      ...nothing,
      pursued: [town, herself, off, unsure, sure],
      ruledOut: { ids: ["cem-before"], topics: [] },
    };
    expect(matchFor(wanted).targets.map(({ words }) => words)).toEqual([
      "Eva Lund, Head of risk at Nordbank",
      "Ole Berg, at Nordbank",
      "Ida Kern, at Elbe Spedition",
    ]);
    expect(matchFor({ ...wanted, target: town }).targets[0]?.personId).toBe("ida");
    const alone = matchFor({ ...nothing, target: sure });
    expect(alone.targets.map(({ personId }) => personId)).toEqual(["eva"]);
  });
});

describe("fitting pictures and reasons", () => {
  const atTelia = { targetId: null, person: null, place: { ...telia, ids: ["telia"] }, stays: [] };

  it.each([
    [
      "the trade they work in",
      { industry: "Logistics" },
      {},
      ["a: they work in logistics, at Hafen Logistik"],
    ],
    [
      "one of several trades",
      { industry: "Food, Logistics" },
      {},
      ["a: they work in logistics, at Hafen Logistik"],
    ],
    ["the trade they worked in", { industry: "Banking" }, {}, ["a: they worked in banking, at Nordbank"]],
    ["the trade of the target", { industry: "Telecoms" }, { target: atTelia }, ["a: Telia is in telecoms"]],
    ["any trade", {}, {}, ["a: fits any industry"]],
    ["another trade", { industry: "Furniture" }, {}, []],
    [
      "their own level",
      { industry: "Logistics", level: "Heads of procurement" },
      {},
      [
        "a: they work in logistics, at Hafen Logistik; they are Head of procurement themselves, and know their like",
      ],
    ],
  ])("of %s", (_, facts, more, expected) => {
    expect(fits([picture("a", facts)], more)).toEqual(expected);
  });

  it("stand by points, then one's own, the team's, the workspace's, then by name", () => {
    const pictures = [
      picture("w-b"),
      picture("w-a"),
      picture("team", { teamId: "north" }),
      picture("own", { memberId: "mia" }),
      picture("trade", { industry: "Logistics" }),
      picture("gone", { industry: "Logistics", retiredOn: "2026-11-01" }),
    ];
    expect(matchFor({ ...nothing, pictures }).pictures.map(({ id }) => id)).toEqual([
      "trade",
      "own",
      "team",
      "w-a",
      "w-b",
    ]);
  });

  it("put a reason first whose problem the best picture has, and keep ruled-out topics away", () => {
    const pictures = [
      picture("Second site", {
        industry: "Logistics",
        situation: "opens a second site, shift plans on paper",
      }),
    ];
    const reasons = [
      reason("any"),
      reason("trade", { industry: "Logistics" }),
      reason("answers", { industry: "Logistics", problem: "shift plans on paper" }),
      reason("other", { industry: "Food" }),
      reason("pricing", { sentence: "Pricing is simple." }),
      reason("gone", { retiredOn: "2026-01-01" }),
    ];
    const found = matchFor({
      ...nothing,
      pictures,
      reasons,
      ruledOut: { ids: [], topics: ["pricing"] },
    }).reasons;
    expect(found).toEqual([
      {
        id: "answers",
        why: [
          "they work in logistics, at Hafen Logistik",
          "answers what “Second site” has: shift plans on paper",
        ],
      },
      { id: "trade", why: ["they work in logistics, at Hafen Logistik"] },
      { id: "any", why: ["fits any industry"] },
    ]);
  });
});

describe("words typed by hand", () => {
  it.each([
    ["Food", ["Food & drink"], true],
    ["Food & drink", ["food"], true],
    ["Medical devices", ["Devices"], true],
    ["Logistics", ["Log"], false],
    [null, ["Food"], false],
    ["Food", [], false],
  ])("%s is of %j: %s", (industry, meant, expected) => {
    expect(isOfIndustry(industry, meant)).toBe(expected);
  });

  it("speak of a topic when all its words are there", () => {
    expect([
      speaksOf("Shift plans on paper", "shift plans"),
      speaksOf("Shift plans", "shift pay"),
      speaksOf("x", " "),
    ]).toEqual([true, false, false]);
  });
});

describe("for any team and any source", () => {
  const place = fc.constantFrom(telia, hafen, nordbank, elbe);
  const days = fc.constantFrom("2015-01-01", "2018-06-01", "2021-03-01", "2024-02-01");
  const anyStay = fc
    .record({
      place,
      title: fc.constantFrom(null, "Plant manager", "Head of sales"),
      from: fc.option(days),
      until: fc.option(days),
    })
    .filter(({ from, until }) => from === null || until === null || from < until)
    .map(({ place: at, title, from, until }) => stay(at, { title, fromDay: from, untilDay: until }));
  const stays = fc.array(anyStay, { maxLength: 4 });
  const ids = fc.constantFrom("p1", "p2", "p3", "p4", "p5", "p6");
  const person = fc.tuple(ids, stays).map(([id, there]) => pursuedPerson(id, `Name ${id}`, there));
  const company = place.map((at) => ({
    targetId: null,
    person: null,
    place: { ...at, ids: [at.accountId] },
    stays: [],
  }));
  const retired = fc.constantFrom(null, null, "2026-01-01");
  const industry = fc.constantFrom(null, "Logistics", "Banking, Telecoms", "Food");
  const wantedBy = fc.record({
    today: fc.constant(today),
    source: fc.record({ personId: ids, city: fc.constantFrom(null, "Hamburg"), stays }),
    target: fc.option(fc.oneof(person, company)),
    pictures: fc.uniqueArray(
      fc
        .record({ id: fc.uuid(), name: fc.constantFrom("A", "B"), industry, retiredOn: retired })
        .map(({ id, ...more }) => picture(id, more)),
      { selector: ({ id }) => id, maxLength: 6 },
    ),
    reasons: fc.uniqueArray(
      fc
        .record({ id: fc.uuid(), sentence: fc.constantFrom("A", "B"), industry, retiredOn: retired })
        .map(({ id, ...more }) => reason(id, more)),
      { selector: ({ id }) => id, maxLength: 9 },
    ),
    pursued: fc.uniqueArray(fc.oneof(person, company), {
      selector: (each) => each.person?.id ?? each.place?.accountId,
      maxLength: 9,
    }),
    ruledOut: fc.record({
      ids: fc.uniqueArray(fc.oneof(ids, fc.constantFrom("telia", "hafen", "nordbank")), { maxLength: 3 }),
      topics: fc.constant([]),
    }),
    words: fc.constantFrom(...TALK_LANGUAGES.map(({ prompts }) => prompts)),
  });

  it("the same facts give the same order, however they were sorted before", () => {
    fc.assert(
      fc.property(wantedBy, (wanted) => {
        const turned = {
          ...wanted,
          pictures: wanted.pictures.toReversed(),
          reasons: wanted.reasons.toReversed(),
          pursued: wanted.pursued.toReversed(),
        };
        expect(matchFor(turned)).toEqual(matchFor(wanted));
      }),
    );
  });

  it("nothing retired and nothing ruled out is ever proposed, and never the source", () => {
    fc.assert(
      fc.property(wantedBy, (wanted) => {
        const { pictures, reasons, targets, prompts } = matchFor(wanted);
        const gone = [...wanted.pictures, ...wanted.reasons].filter(({ retiredOn }) => retiredOn !== null);
        const shown = new Set([...pictures, ...reasons].map(({ id }) => id));
        expect(gone.filter(({ id }) => shown.has(id))).toEqual([]);
        const off = new Set<string | null>([...wanted.ruledOut.ids, wanted.source.personId]);
        expect(targets.filter(({ personId, accountId }) => off.has(personId) || off.has(accountId))).toEqual(
          [],
        );
        const names = [telia, hafen, nordbank].filter(({ accountId }) => off.has(accountId));
        expect(
          prompts.filter(({ words }) => names.some(({ accountName }) => words.includes(accountName))),
        ).toEqual([]);
        for (const { why } of [...pictures, ...reasons]) expect(why.length).toBeGreaterThan(0);
      }),
    );
  });
});
