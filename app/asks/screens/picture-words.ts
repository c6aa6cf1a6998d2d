import type { Me } from "#team/me-view.ts";
import { capital } from "#lib/web/words.ts";
import type { IdealClientView } from "../ideal-client-view.ts";

/** Whose picture it is: "yours", "Jonas Weber's own", "for North", "for everybody". */
export function whoseText({ scope, memberId, memberName, teamName }: IdealClientView, me: Me): string {
  if (scope === "rep") return memberId === me.member.id ? "yours" : `${memberName}'s own`;
  return scope === "team" ? `for ${teamName}` : "for everybody";
}

/** Reasons in words, as one line: "They work in logistics, at Hafen Logistik; fits any industry". */
export function whyText(why: readonly string[]): string {
  return capital(why.join("; "));
}
