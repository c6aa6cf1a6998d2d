import type { Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { phoneText } from "#lib/kernel/phone-key.ts";
import type { PersonView } from "#people/person-view.ts";
import { briefFor } from "./brief-actions.ts";
import { briefView, type BriefView } from "./brief-view.ts";

export function briefRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/meetings/{id}/brief",
      summary:
        "What one wants to know before a meeting: who introduced, how they know each other, what was promised, why.",
      scope: "read",
      params: idParam,
      answer: briefView,
    },
    async ({ tx, actor, params }) => viewOf(await briefFor(tx, actor, params.id)),
  );
}

function viewOf({
  meeting,
  contact,
  introduction,
  lastWords,
}: Awaited<ReturnType<typeof briefFor>>): BriefView {
  return {
    meeting: { ...meeting, createdAt: meeting.createdAt.toISOString() },
    contact: whoOf(contact),
    introduction: introduction && {
      id: introduction.referral.id,
      memberId: introduction.referral.memberId,
      memberTeamId: introduction.referral.memberTeamId,
      source: whoOf(introduction.source),
      level: introduction.referral.level,
      day: introduction.referral.countsFrom ?? introduction.referral.day,
      reason: introduction.referral.reason,
      howKnown: introduction.referral.howKnown,
      promised: introduction.referral.promised,
      note: introduction.referral.note,
      asked: introduction.asked,
      noGos: introduction.noGos,
      above: introduction.above,
    },
    lastWords,
  };
}

type Who = Pick<PersonView, "id" | "fullName" | "title" | "accountName" | "city" | "phones">;

function whoOf({ id, fullName, title, accountName, city, phones }: Who): BriefView["contact"] {
  return { id, fullName, title, accountName, city, phones, phonesShown: phones.map(phoneText) };
}
