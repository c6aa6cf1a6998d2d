import { describe, expect, it } from "vitest";
import { descriptionText, interviewText, JOB_LANGUAGES, type JobFacts } from "./alignment-job.ts";
import { jobWords } from "./languages/job-languages.ts";

const FACTS: JobFacts = {
  title: "Account manager",
  company: "Lichtwerk",
  does: "We plan the light of factories.",
  place: "Hamburg",
  introductions: { amount: 5, every: "month" },
  sessions: 3,
};

describe.each(JOB_LANGUAGES)("a job description in %s", (language) => {
  const words = jobWords(language);

  it("names the duty to ask and the number", () => {
    const text = descriptionText(FACTS, words);
    expect(text).toContain("Lichtwerk");
    expect(text).toContain("We plan the light of factories.");
    expect(text).toMatch(
      language === "en" ? /At least 5 introductions a month/ : /Mindestens 5 .*Empfehlungen je Monat/,
    );
    expect(text).not.toMatch(/undefined|null|NaN/);
  });

  it("says one, and leaves out what is not known", () => {
    const introductions = { amount: 1, every: "week" } as const;
    const text = descriptionText({ ...FACTS, does: "", place: "", introductions }, words);
    expect(text).toMatch(language === "en" ? /1 introduction a week/ : /1 persönliche Empfehlung je Woche/);
    expect(text).not.toContain("\n\n\n");
    expect(text.split("\n")[0]).not.toContain(",");
  });

  it("asks eight questions, each with what a good answer has and what to be careful about", () => {
    const questions = words.questions(FACTS);
    expect(questions).toHaveLength(8);
    for (const { good, warns } of questions) {
      expect(good).toHaveLength(3);
      expect(warns.length).toBeGreaterThan(10);
    }
    expect(interviewText(FACTS, words)).toMatch(/^8\. /m);
  });
});
