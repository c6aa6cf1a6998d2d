/** How far a published figure can be trusted, and for whom. */
export const GRADES = ["A", "B", "C", "C-", "D"] as const;
export type Grade = (typeof GRADES)[number];

/** Of whom a share speaks, and what became of them: a figure stands beside one's own only where both speak of the same. */
export const DENOMINATORS = [
  "ask → introduction",
  "introduction → deal won",
  "lead → deal won",
  "lead → opportunity",
  "opportunity → deal won",
  "rep and month → introductions",
  "business → by referral",
  "surveyed customer → says they would refer",
  "surveyed customer → referred",
  "referred customer → stays",
  "referred customer → is worth",
] as const;
export type Denominator = (typeof DENOMINATORS)[number];

export interface PublishedValue {
  /** Whose value it is, where a card has several. */
  whose: string | null;
  low: number;
  high: number;
}

export interface PublishedCard {
  key: string;
  claim: string;
  values: readonly PublishedValue[];
  /** share: from 0 to 1. more: by how much it is above that of others, as a share. count: how many. */
  unit: "share" | "more" | "count";
  denominator: Denominator;
  /** The same in words. */
  of: string;
  population: string;
  /** As it was printed; null: not said. */
  year: string | null;
  grade: Grade;
  /** The grade holds for whom was studied and for nobody else. */
  forItsPopulation: boolean;
  source: string;
  warning: string;
}

/** The figures that sellers repeat, each with what it is worth. */
export const PUBLISHED = [
  {
    key: "goal-of-five",
    claim: "A rep should receive five introductions a month",
    values: [{ whose: null, low: 5, high: 5 }],
    unit: "count",
    denominator: "rep and month → introductions",
    of: "introductions a rep receives in a month, as a goal",
    population: "nobody, as it is a goal for sales teams",
    year: null,
    grade: "C",
    forItsPopulation: false,
    source: "a trade column; Askwell’s first goal",
    warning: "A goal that somebody set, not a rate that somebody counted.",
  },
  {
    key: "introductions-close",
    claim: "Referrals close 50 to 90 % of the time",
    values: [{ whose: null, low: 0.5, high: 0.9 }],
    unit: "share",
    denominator: "introduction → deal won",
    of: "qualified introductions that end in a deal, not leads",
    population: "one practitioner’s experience, not counted",
    year: null,
    grade: "C-",
    forItsPopulation: false,
    source: "a practitioner; no study",
    warning: "An experience that nobody counted; and of introductions, not of leads.",
  },
  {
    key: "leads-become-deals",
    claim: "Leads that came by a referral become deals more than twice as often as those of a website",
    values: [
      { whose: "customer and employee referrals", low: 0.0363, high: 0.0363 },
      { whose: "website", low: 0.0155, high: 0.0155 },
    ],
    unit: "share",
    denominator: "lead → deal won",
    of: "leads that end in a deal",
    population: "records of about 500 companies",
    year: "2014",
    grade: "B",
    forItsPopulation: false,
    source: "Implisit 2014",
    warning: "A lead is a name, not an introduction.",
  },
  {
    key: "leads-become-opportunities",
    claim: "About 25 % of the leads that came by a referral become opportunities",
    values: [{ whose: "customer and employee referrals", low: 0.25, high: 0.25 }],
    unit: "share",
    denominator: "lead → opportunity",
    of: "leads that become an opportunity",
    population: "records of about 500 companies",
    year: "2014",
    grade: "B",
    forItsPopulation: false,
    source: "Implisit 2014",
    warning: "Printed as “about”, with nothing beside it to compare.",
  },
  {
    key: "opportunities-become-deals",
    claim: "Opportunities that came by a referral are won more than twice as often",
    values: [
      { whose: "customer and employee referrals", low: 0.147, high: 0.147 },
      { whose: "what they were compared with", low: 0.06, high: 0.06 },
    ],
    unit: "share",
    denominator: "opportunity → deal won",
    of: "opportunities that end in a deal",
    population: "records of about 500 companies",
    year: "2014",
    grade: "B",
    forItsPopulation: false,
    source: "Implisit 2014",
    warning: "Whether those that are still open count as not won is not said.",
  },
  {
    key: "said-they-would",
    claim: "Two to three times as many customers say that they would refer as do",
    values: [
      { whose: null, low: 0.68, high: 0.68 },
      { whose: null, low: 0.81, high: 0.81 },
    ],
    unit: "share",
    denominator: "surveyed customer → says they would refer",
    of: "customers who said that they would refer",
    population: "consumers",
    year: "2007 and 2010",
    grade: "A",
    forItsPopulation: true,
    source: "Kumar et al. 2007 and 2010",
    warning: "Consumers, not companies; never a forecast.",
  },
  {
    key: "did-refer",
    claim: "About a third of those customers did refer",
    values: [
      { whose: null, low: 0.33, high: 0.33 },
      { whose: null, low: 0.3, high: 0.3 },
    ],
    unit: "share",
    denominator: "surveyed customer → referred",
    of: "the same customers, who did refer",
    population: "consumers",
    year: "2007 and 2010",
    grade: "A",
    forItsPopulation: true,
    source: "Kumar et al. 2007 and 2010",
    warning: "Consumers, not companies.",
  },
  {
    key: "referred-stay",
    claim: "Customers who were referred are about 18 % likelier to stay",
    values: [{ whose: null, low: 0.18, high: 0.18 }],
    unit: "more",
    denominator: "referred customer → stays",
    of: "referred customers who stay, against others",
    population: "customers of one bank",
    year: "2011",
    grade: "A",
    forItsPopulation: true,
    source: "Schmitt et al. 2011",
    warning: "One bank’s customers, and nobody else’s.",
  },
  {
    key: "referred-are-worth",
    claim: "Customers who were referred are at least 16 % more valuable",
    values: [{ whose: null, low: 0.16, high: 0.16 }],
    unit: "more",
    denominator: "referred customer → is worth",
    of: "what a referred customer is worth, against others",
    population: "customers of one bank",
    year: "2011",
    grade: "A",
    forItsPopulation: true,
    source: "Schmitt et al. 2011",
    warning: "One bank’s customers, and nobody else’s; the least it may be.",
  },
  {
    key: "best-get-41",
    claim: "The best technology sales executives get 41 % of their business from referrals",
    values: [{ whose: null, low: 0.41, high: 0.41 }],
    unit: "share",
    denominator: "business → by referral",
    of: "business of the best executives that came by a referral",
    population: "the “best technology sales executives”, not said which",
    year: null,
    grade: "D",
    forItsPopulation: false,
    source: "a trade column; no study is named",
    warning: "Nobody can say who was counted, or how.",
  },
] as const satisfies readonly PublishedCard[];
export type PublishedKey = (typeof PUBLISHED)[number]["key"];

export function publishedCard(key: PublishedKey): PublishedCard {
  return PUBLISHED.find((card) => card.key === key)!;
}

/** Off by default: what nobody counted, or nobody can trace. */
export function isPoor({ grade }: Pick<PublishedCard, "grade">): boolean {
  return grade === "C-" || grade === "D";
}

/** What may stand beside one's own number: that which speaks of the same, and no other. */
export function cardsBeside(denominator: Denominator, { poor }: { poor: boolean }): readonly PublishedCard[] {
  return PUBLISHED.filter(
    (card: PublishedCard) => card.denominator === denominator && (poor || !isPoor(card)),
  );
}

/** "3.63 %", "50 to 90 %", "18 % more", "5". */
export function valueText({ low, high }: PublishedValue, unit: PublishedCard["unit"]): string {
  const said = (value: number) =>
    (unit === "count" ? value : value * 100).toLocaleString("en-GB", { maximumFractionDigits: 2 });
  const range = low === high ? said(low) : `${said(low)} to ${said(high)}`;
  return { share: `${range} %`, more: `${range} % more`, count: range }[unit];
}

export const GRADE_WORDS: Record<Grade, string> = {
  A: "a published study",
  B: "counted from the records of many companies",
  C: "a rule of thumb of the trade",
  "C-": "the experience of one practitioner, not counted",
  D: "repeated without a study that could be looked up",
};

/** "A for whom it studied: a published study …" */
export function gradeText({
  grade,
  forItsPopulation,
}: Pick<PublishedCard, "grade" | "forItsPopulation">): string {
  const mark = grade.replace("-", "−");
  return `${mark}${forItsPopulation ? ", for those who were studied" : ""}: ${GRADE_WORDS[grade]}`;
}
