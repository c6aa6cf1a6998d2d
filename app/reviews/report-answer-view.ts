import type { Actor } from "#lib/kernel/actor.ts";
import { letterStateOf } from "#loops/answer-letter.ts";
import type { CardStanding } from "./card-due-actions.ts";
import type { Results } from "./results.ts";
import type { CardRow } from "./report-card-store.ts";
import { cardStateOf, mayHandle, suggestsTalk } from "./report-card.ts";
import type { ReportLetterRow } from "./report-letter-store.ts";
import type { Template } from "./report-template-actions.ts";
import type {
  CardStandingView,
  ReportCardView,
  ReportLetterView,
  ResultsView,
  TemplateView,
} from "./report-view.ts";

export function cardOf(row: CardRow, actor: Actor): ReportCardView {
  return {
    id: row.id,
    personId: row.personId,
    personName: row.personName,
    personTitle: row.personTitle,
    accountId: row.accountId,
    accountName: row.accountName,
    memberId: row.memberId,
    memberName: row.memberName,
    ownerId: row.ownerId,
    ownerName: row.ownerName,
    ownerHolds: row.ownerHolds,
    mayHandle: mayHandle(actor, row),
    occasion: row.occasion,
    language: row.language,
    day: row.day,
    untilDay: row.untilDay,
    state: cardStateOf(row, actor.today),
    handedInOn: row.handedInOn,
    score: row.score,
    role: row.role,
    answered: row.answered,
    issueId: row.issueId,
    issue: row.issue,
    lookedAt: row.lookedAt?.toISOString() ?? null,
    lookedBy: row.lookedBy,
    talk: suggestsTalk(row, actor.today),
  };
}

export function templateOf({ occasion, language, title, questions, changed }: Template): TemplateView {
  return {
    occasion,
    language,
    title,
    questions: questions.map((each) => ({ ...each, options: [...each.options] })),
    changed: changed && { at: changed.at.toISOString(), byName: changed.byName },
  };
}

export function standingOf(standing: CardStanding): CardStandingView {
  return {
    personId: standing.personId,
    personName: standing.personName,
    personTitle: standing.personTitle,
    accountId: standing.accountId,
    accountName: standing.accountName,
    tier: standing.tier,
    holderName: standing.holderName,
    last: standing.last,
    pausedUntil: standing.pausedUntil,
    isOut: standing.isOut,
    inPeace: standing.inPeace,
    card: standing.card,
  };
}

export function letterOf(row: ReportLetterRow): ReportLetterView {
  const { id, toAddress, failure } = row;
  return { id, toAddress, state: letterStateOf(row), askedAt: row.askedAt.toISOString(), failure };
}

export function resultsOfAll({ from, to, year, quarters, roles, answered }: Results): ResultsView {
  return {
    from,
    to,
    year,
    quarters: quarters.map(({ period: { start, end, year: inYear, number }, nps }) => ({
      start,
      end,
      year: inYear,
      number,
      nps,
    })),
    roles,
    answered,
  };
}
