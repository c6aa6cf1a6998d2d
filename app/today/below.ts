/** What Today shows below the conversations and what is owed, as the rooms list it for a member. */
export interface Below {
  /** Said by sources on their pages, and not looked at. */
  news: readonly unknown[];
  /** To one's letters, and without a word of ours. */
  answers: readonly unknown[];
  /** Low numbers to see to; a card to send is only suggested. Whom a high one suggests to talk to is on the card. */
  cards: { low: readonly unknown[]; due: unknown };
  /** A review to plan is only suggested. */
  reviews: { reviews: readonly unknown[]; commitments: readonly unknown[]; toPlan: readonly unknown[] };
  /** Who should hear from us. */
  touches: readonly unknown[];
  gifts: { decide: number; give: number };
  /** Mails that wait for a word. */
  mail: number;
  /** Whether it is the day to tell how a week went, or to promise something for one, and how many want one as a partner. */
  week: { tell: boolean; promise: boolean; wanted: number };
}

/** How many of them keep the day open: all but what is only suggested, and gifts, which the heading counts by themselves. */
export function waitingBelow({
  news,
  answers,
  cards,
  reviews,
  touches,
  mail,
  week,
}: Omit<Below, "gifts">): number {
  return (
    [news, answers, cards.low, reviews.reviews, reviews.commitments, touches].reduce(
      (sum, { length }) => sum + length,
      0,
    ) +
    mail +
    Number(week.tell || week.promise) +
    week.wanted
  );
}

/** What is only counted, in the order in which somebody waits for it: what it is called, and where it is. */
const ELSEWHERE = {
  meet: ["meeting today", "meetings today", "/"],
  talk: ["conversation", "conversations", "/"],
  owed: ["thing owed", "things owed", "/"],
  week: ["week to tell of", "weeks to tell of", "/week"],
  partner: ["colleague who wants you as a partner", "colleagues who want you as a partner", "/week"],
  decide: ["gift to decide about", "gifts to decide about", "/gifts"],
  news: ["word on a source’s page", "words on sources’ pages", "/"],
  unhappy: ["unhappy client to see to", "unhappy clients to see to", "/report-cards"],
  answers: ["answer to your letter", "answers to your letters", "/letters"],
  mail: ["mail with a question", "mails with a question", "/settings/mail"],
  promise: ["week to promise", "weeks to promise", "/week"],
  reviews: ["account review", "about account reviews", "/account-reviews"],
  hear: ["to hear from you", "to hear from you", "/touches"],
  cards: ["report card", "about report cards", "/report-cards"],
  give: ["gift to give", "gifts to give", "/gifts"],
} as const satisfies Record<string, readonly [string, string, string]>;
export type What = keyof typeof ELSEWHERE;

/** So much of it. */
export interface Counted {
  what: What;
  many: number;
}

/** All that waits below, counted; `heard` of those who should hear from us stand as lines of their own. */
export function countedBelow(
  { news, answers, cards, reviews, touches, gifts, mail, week }: Below,
  heard: number,
): Counted[] {
  const counts = {
    decide: gifts.decide,
    news: news.length,
    unhappy: cards.low.length,
    answers: answers.length,
    mail,
    promise: Number(week.promise),
    reviews: reviews.reviews.length + reviews.commitments.length + reviews.toPlan.length,
    hear: touches.length - heard,
    cards: Number(cards.due !== null),
    give: gifts.give,
  };
  return inTurn(Object.entries(counts).map(([what, many]) => ({ what: what as What, many })));
}

/** One of each kind, in the order of who waits; nothing of which there is none. */
export function inTurn(counted: readonly Counted[]): Counted[] {
  return (Object.keys(ELSEWHERE) as What[]).flatMap((what) => {
    const many = counted.reduce((sum, each) => sum + (each.what === what ? each.many : 0), 0);
    return many > 0 ? [{ what, many }] : [];
  });
}

/** "2 gifts to decide about", and where they are. */
export function elsewhereText({ what, many }: Counted): { words: string; path: string } {
  const [one, several, path] = ELSEWHERE[what];
  return { words: `${many} ${many === 1 ? one : several}`, path };
}
