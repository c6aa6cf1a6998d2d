import { notFound } from "#lib/kernel/problem.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { MessageIds } from "#lib/mail/message-ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import { callName } from "#people/call-name.ts";
import { getPerson } from "#people/person-actions.ts";
import { lookDue } from "./card-due-actions.ts";
import { cardLanguage } from "./languages/card-languages.ts";
import { groupOfScore } from "./nps.ts";
import { cardOf, letterOf } from "./report-answer-view.ts";
import type { WholeCard } from "./report-card-actions.ts";
import { mayHandle } from "./report-card.ts";
import type { CardLinks } from "./report-link-server.ts";
import { reportLettersOf } from "./report-letter-store.ts";
import type { WholeCardView } from "./report-view.ts";

export interface ReportDoors {
  links: CardLinks;
  messageIds: MessageIds;
  /** Whether this installation can send mail. */
  mail: boolean;
}

/** A card as whoever may send it reads it: with what was said, its link and the letter that brings it. */
export async function wholeViewOf(
  tx: Tx,
  actor: Actor,
  card: WholeCard,
  { links, mail }: ReportDoors,
): Promise<WholeCardView> {
  const view = cardOf(card, actor);
  const isOpen = view.state === "open" && mayHandle(actor, card);
  const link = isOpen ? links.linkTo(tx.workspaceId, card.id) : null;
  const isLow = card.score !== null && groupOfScore(card.score) === "detractor";
  const due = isLow ? (await lookDue(tx, actor, [card])).get(card.id) : undefined;
  return {
    ...view,
    asks: {
      title: card.asks.title,
      questions: card.asks.questions.map((each) => ({ ...each, options: [...each.options] })),
    },
    // Half-answered is nobody's but theirs: it is read once they hand it in.
    said: (card.handedInAt === null ? [] : card.said).map(
      ({ questionId, score, choice, words, rightWordId }) => ({
        questionId,
        score,
        choice,
        words,
        earned: rightWordId !== null,
      }),
    ),
    lookDue: due?.toISOString() ?? null,
    link,
    draft: link === null ? null : await draftOf(tx, actor, card, link),
    mail,
    letters: (await reportLettersOf(tx, card.id)).map(letterOf),
  };
}

async function draftOf(tx: Tx, actor: Actor, card: WholeCard, link: string) {
  if (card.personId === null) throw notFound("person of this report card");
  const { fullName, emails } = await getPerson(tx, card.personId);
  const words = cardLanguage(card.language);
  const person = card.language === "de" ? fullName : callName(fullName);
  const names = { rep: actor.member.name, workspace: actor.workspace.name, person };
  const until = dayIn(card.language, card.untilDay);
  return {
    subject: words.letter.subject(names),
    text: words.letter.text(names, link, card.occasion, until),
    to: emails,
  };
}

/** "3 November 2026", in the language of the letter. */
function dayIn(language: string, date: string): string {
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "long",
    timeZone: "UTC",
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}
