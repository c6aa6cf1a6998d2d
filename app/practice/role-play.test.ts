import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { libraryIn } from "./library/practice-library.ts";
import { PRACTICE_LANGUAGES, type PracticeLanguage } from "./library/practice-languages.ts";
import { personaFor, skillTexts, type Persona } from "./persona.ts";
import { germanTalks } from "./persona-talks/de.ts";
import { englishTalks } from "./persona-talks/en.ts";
import { PERSONA_FRAME, type PersonaKey } from "./personas/frame.ts";
import { suggestedBy } from "./role-play-review.ts";
import { MOST_TURNS, replay, say, beginTalk } from "./role-play.ts";
import type { Rubric } from "./rubric.ts";
import type { Scenario } from "./scenario.ts";
import { pointsOf, SKILL_FRAME, SKILLS } from "./skill.ts";

const TALKS = { en: englishTalks, de: germanTalks };
const GOOD_ENDS = ["introduces", "kept-open", "not-now", "will-think", "glad"];
const KEYS = Object.keys(PERSONA_FRAME) as PersonaKey[];
const SCENES = libraryIn("en").scenarios.map(({ key }) => key);

function scene(key: string, language: PracticeLanguage): { scenario: Scenario; rubric: Rubric } {
  const library = libraryIn(language);
  const scenario = library.scenarios.find((each) => each.key === key) as Scenario;
  return { scenario, rubric: library.rubrics.find((each) => each.key === scenario.rubric) as Rubric };
}

function personaOf(key: string, language: PracticeLanguage): Persona {
  const { scenario, rubric } = scene(key, language);
  return personaFor(scenario, rubric, language) as Persona;
}

describe("the talks that are kept", () => {
  it.each(PRACTICE_LANGUAGES.flatMap((language) => TALKS[language].map((talk) => ({ language, ...talk }))))(
    "$persona in $language ends with: $ends",
    ({ persona: key, language, said, ends }) => {
      const persona = personaOf(key, language);
      const talk = replay(persona, 1, said);
      expect(talk.end?.kind).toBe(ends);
      // Rules that read more may bring them there sooner.
      expect(talk.turns.length).toBeGreaterThan(1);
      for (const turn of talk.turns) {
        expect(turn.answer).not.toBe("");
        expect(turn.why).toMatch(/^\S.*[.!?”“]$/);
      }
      expect(replay(persona, 1, said)).toEqual(talk);
    },
  );

  it.each(PRACTICE_LANGUAGES)("bring each persona to its best end and to a bad one, in %s", (language) => {
    for (const key of KEYS) {
      const ends = TALKS[language].filter(({ persona }) => persona === key).map((each) => each.ends);
      const { best } = PERSONA_FRAME[key];
      expect(GOOD_ENDS, key).toContain(best);
      expect(ends, key).toContain(best);
      expect(
        ends.some((end) => !GOOD_ENDS.includes(end)),
        key,
      ).toBe(true);
    }
  });

  it("find in a good talk what the rubric asks for, and in a bad one what it lacks", () => {
    const { rubric } = scene("ask-delivered-controller", "en");
    const persona = personaOf("ask-delivered-controller", "en");
    const [good, bad] = englishTalks.filter((each) => each.persona === "ask-delivered-controller");
    expect(suggestedBy(persona, rubric, replay(persona, 1, good?.said ?? []))).toMatchObject({
      whom: true,
      introduction: true,
      reason: true,
      next: true,
      gratitude: true,
      value: true,
      freedom: true,
    });
    expect(Object.values(suggestedBy(persona, rubric, replay(persona, 1, bad?.said ?? [])))).not.toContain(
      true,
    );
    const no = scene("no-policy", "en").rubric;
    const haas = personaOf("no-policy", "en");
    const [taken, pressed] = englishTalks.filter((each) => each.persona === "no-policy");
    expect(suggestedBy(haas, no, replay(haas, 1, taken?.said ?? []))).toMatchObject({
      heard: true,
      thanked: true,
      unpressed: true,
      unexplained: true,
      "kept-open": true,
      ended: true,
    });
    expect(suggestedBy(haas, no, replay(haas, 1, pressed?.said ?? []))).toMatchObject({
      unpressed: false,
      ended: false,
    });
  });
});

const skilled = (key: string) => ({ persona: personaOf(key, "en"), rubric: scene(key, "en").rubric });
const saidIn = (key: string, place: number) =>
  englishTalks.filter((each) => each.persona === key)[place]?.said ?? [];

describe("a talk of another skill", () => {
  it("finds what was said, leaves open what was not heard, and says no to what was spoilt", () => {
    const { persona, rubric } = skilled("report-nothing-came");
    const good = suggestedBy(persona, rubric, replay(persona, 1, saidIn("report-nothing-came", 0)));
    expect(good).toMatchObject({ outcome: true, thanked: true, named: true, voice: true, next: true });
    expect(good).not.toHaveProperty("plainly");
    const spoilt = replay(persona, 1, saidIn("report-nothing-came", 1));
    expect(spoilt.turns.at(-1)?.why).toBe("One sentence gave the rest another meaning.");
    const bad = suggestedBy(persona, rubric, spoilt);
    expect(bad).toMatchObject({ unasked: false });
    expect(Object.values(bad).filter((isYes) => !isYes)).toHaveLength(1);
    expect(suggestedBy(persona, rubric, replay(persona, 1, ["Blue is a colour of winter."]))).toEqual({});
  });

  it("takes what belongs to the beginning only at the beginning", () => {
    const { persona, rubric } = skilled("first-call-expected");
    const late = replay(persona, 1, [
      "Good morning, do you have five minutes?",
      "Peter Novak introduced us.",
    ]);
    expect(late.done).toMatchObject({ "first-call/source-first": 1 });
    expect(suggestedBy(persona, rubric, late)).not.toHaveProperty("source-first");
  });

  it("takes whoever calls for nobody who introduced them", () => {
    for (const [language, said] of [
      ["en", "Good morning, this is Tom Berger from Lichtwerk."],
      ["de", "Guten Tag, hier ist Tom Berger von Lichtwerk."],
    ] as const) {
      const first = replay(personaOf("first-call-forgotten", language), 1, [said]);
      expect(first.done).not.toHaveProperty("first-call/source-first");
    }
  });

  it("begins to tell when asked about its own matter, and not when asked for a minute", () => {
    const { persona } = skilled("first-call-expected");
    const minute = replay(persona, 1, ["Peter Novak introduced us, do you have five minutes?"]);
    expect(persona.tells).not.toContain(minute.turns[0]?.answer);
    expect(say(persona, minute, "What happens with the complaints?").turns[1]?.answer).toBe(persona.tells[0]);
  });

  it("is asked for what is missing once, and goes on without it", () => {
    const { persona } = skilled("give-client-needs");
    const waits = replay(persona, 1, [
      "You need somebody who stops this copy.",
      "It is raining over there again.",
    ]);
    const asked = say(persona, waits, "It has been raining for hours and hours.");
    expect(asked.asked).toBe("give/specific");
    const answered = say(persona, asked, "the bald lady upstairs");
    expect(answered.whenAsked).toEqual(["give/specific"]);
    expect(answered.trust).toBe(asked.trust + 1);
  });

  it("does not become glad by words that mean nothing to it", () => {
    for (const key of KEYS.filter((each) => PERSONA_FRAME[each].best === "glad")) {
      const { persona } = skilled(key);
      const said = Array.from(
        { length: MOST_TURNS },
        (_, at) => `Blue number ${at} rests over winter landscapes`,
      );
      expect(["let-down", "will-think"], key).toContain(replay(persona, 1, said).end?.kind);
    }
  });

  it("hears its own rules alone: offering to bring somebody together asks for nothing", () => {
    const { persona } = skilled("connect-too-keen");
    const offered = replay(persona, 1, [
      "I would be glad to introduce you to her, Ben, and she should hear of you.",
    ]);
    expect(offered.turns[0]?.moved.filter(({ change }) => change < 0)).toEqual([]);
  });

  it.each(PRACTICE_LANGUAGES)("has a line for every point that it asks for, in %s", (language) => {
    for (const skill of SKILLS) {
      const texts = skillTexts({ plot: skill, language });
      for (const point of [...SKILL_FRAME[skill].first, ...SKILL_FRAME[skill].last])
        expect(texts?.asks[point], point).toMatch(/\?$/);
      for (const point of pointsOf(skill)) expect(texts?.hears[point], point).toMatch(/\S/);
    }
  });
});

describe("a persona", () => {
  const ilse = personaOf("ask-delivered-controller", "en");

  it("is heard out before it is answered", () => {
    const request = "Would you introduce me to Herr Tietjen? He'd have his evenings back.";
    const doubt = replay(ilse, 1, [request]).turns[0]?.answer ?? "";
    expect(doubt).toContain("Tietjen");
    const passedOver = replay(ilse, 1, [request, "It takes ten minutes."]);
    expect(passedOver.turns[1]?.why).toBe("Their doubt was passed over, so it stands.");
    const heard = replay(ilse, 1, [request, "I understand that. It takes ten minutes."]);
    expect(heard.settled).toEqual([0]);
    const late = replay(ilse, 1, [request, "It takes ten minutes.", "I see what worries you, of course."]);
    expect(late.settled).toEqual([0]);
    expect(late.trust).toBeLessThan(heard.trust);
  });

  it("hears somebody who answers in the other language", () => {
    const request = "Würden Sie mich mit Herrn Tietjen bekannt machen? Er hätte seine Abende zurück.";
    const heard = replay(ilse, 1, [request, "Das verstehe ich gut. Es sind nur zehn Minuten am Telefon."]);
    expect(heard.settled).toEqual([0]);
  });

  it("takes as an answer what follows on its own question, in words that no rule knows", () => {
    const asked = replay(ilse, 1, ["Would you introduce me to somebody, please?"]);
    expect(asked.asked).toBe("whom");
    const answered = say(ilse, asked, "the bald gentleman upstairs");
    expect(answered.whenAsked).toEqual(["whom"]);
    expect(say(ilse, asked, "oh, just anybody").whenAsked).toEqual([]);
  });

  it("asks what was meant before it loses patience over words that it does not know", () => {
    const puzzled = replay(ilse, 1, ["Blue is a colour that one rarely sees in winter landscapes"]);
    expect(puzzled.turns[0]?.why).toBe("They did not understand what was meant, and ask.");
    expect(puzzled.patience).toBe(ilse.patience);
    expect(puzzled.trust).toBe(ilse.trust);
  });

  it("counts what speaks for it once, and an apology only where it makes a request small", () => {
    const thrice = replay(ilse, 1, [
      "You said you close in three days now.",
      "You told me you save a week.",
      "You mentioned that you go home at five.",
    ]);
    const recalled = thrice.turns.flatMap(({ moved }) => moved.map(({ because }) => because));
    expect(recalled.filter((because) => because === "You recalled what they had gained.")).toHaveLength(1);
    expect(replay(ilse, 1, ["Oh, I'm sorry, wrong door."]).trust).toBe(ilse.trust);
    expect(
      replay(ilse, 1, ["Sorry to bother you, would you introduce me to Herr Tietjen?"]).turns[0]?.moved.map(
        ({ change }) => Math.sign(change),
      ),
    ).toContain(-1);
  });

  it("leaves when it is insulted, and does not answer after the end", () => {
    const gone = replay(ilse, 1, ["Don't be stupid."]);
    expect(gone.end?.kind).toBe("walks-off");
    expect(say(ilse, gone, "Wait!")).toBe(gone);
  });

  it("is somebody of that mood where the team wrote the scenario or changed it", () => {
    const { scenario, rubric } = scene("ask-delivered-controller", "en");
    const changed = personaFor({ ...scenario, who: "Aylin Demir, buyer" }, rubric, "en");
    expect(changed).toMatchObject({ called: "Aylin Demir", knows: [], mood: "delighted" });
    expect(changed?.objections.map(({ line }) => line)).toEqual(scenario.objections);
    const { scenario: report, rubric: reporting } = scene("report-won", "en");
    expect(personaFor(report, reporting, "en")).toMatchObject({ plot: "thank-and-report", best: "glad" });
    expect(personaFor(report, { ...reporting, key: "our-own" }, "en")).toBeNull();
  });
});

describe("any talk", () => {
  const words = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.constantFrom(
      ...englishTalks.flatMap(({ said }) => said),
      ...germanTalks.flatMap(({ said }) => said),
      "",
      "…",
      "no",
      "ok",
      "Yes?",
      "Come on.",
      "I understand.",
      "x".repeat(5000),
    ),
  );
  const persona = fc
    .tuple(fc.constantFrom(...SCENES), fc.constantFrom(...PRACTICE_LANGUAGES), fc.boolean())
    .map(([key, language, strange]) => {
      const { scenario, rubric } = scene(key, language);
      return personaFor(strange ? { ...scenario, who: "Somebody" } : scenario, rubric, language) as Persona;
    });

  it("never throws, ends within the turns that are stated, and is the same each time", () => {
    fc.assert(
      fc.property(
        persona,
        fc.integer(),
        fc.array(words, { minLength: MOST_TURNS, maxLength: MOST_TURNS }),
        (who, seed, said) => {
          const talk = replay(who, seed, said);
          expect(talk.end).not.toBeNull();
          expect(talk.turns.length).toBeLessThanOrEqual(MOST_TURNS);
          expect(talk.turns.every(({ answer, why }) => answer !== "" && why !== "")).toBe(true);
          expect(replay(who, seed, said)).toEqual(talk);
          const { rubric } = scene(who.key, who.language);
          const points = rubric.points.map(({ key }) => key);
          for (const [point, isYes] of Object.entries(suggestedBy(who, rubric, talk))) {
            expect(points).toContain(point);
            expect(typeof isYes).toBe("boolean");
          }
        },
      ),
      { numRuns: 120 },
    );
  });

  it("ends alike whatever the seed: it chooses among wordings alone", () => {
    fc.assert(
      fc.property(
        persona,
        fc.integer(),
        fc.integer(),
        fc.array(words, { maxLength: 8 }),
        (who, one, other, said) => {
          const [left, right] = [replay(who, one, said), replay(who, other, said)];
          expect(left.end?.kind).toBe(right.end?.kind);
          expect(left.trust).toBe(right.trust);
          expect(left.turns.map(({ why }) => why)).toEqual(right.turns.map(({ why }) => why));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("begins with what they say first", () => {
    for (const language of PRACTICE_LANGUAGES)
      for (const key of KEYS)
        expect(beginTalk(personaOf(key, language), 3).opening).toBe(scene(key, language).scenario.opening);
  });
});
