import type { Role } from "#lib/kernel/actor.ts";
import type { PhraseBook } from "#lib/web/phrases.ts";
import { ROLE_WORDS } from "./role-words.ts";

/** How lines about members read after the name of who did it; see lib/web/phrases.ts. */
export const teamPhrases: PhraseBook = {
  "member.invited": (line, name) => <>invited {name(line.subject.id)}</>,
  "member.uninvited": (line, name) => <>withdrew the invitation of {name(line.subject.id)}</>,
  "member.joined": () => <>came in</>,
  "member.left": (line, name) => <>let {name(line.subject.id)} go</>,
  "member.returned": (line, name) => <>brought {name(line.subject.id)} back</>,
  "member.moved": (line, name) => <>moved {name(line.subject.id)} to another team</>,
  "member.reset-link-made": (line, name) => <>made a reset link for {name(line.subject.id)}</>,
  "member.changed": ({ detail, subject }, name) => {
    const role = detail["to"] as Role | undefined;
    if (role !== undefined)
      return (
        <>
          made {name(subject.id)} a {ROLE_WORDS[role].toLowerCase()}
        </>
      );
    return <>changed what stands of {name(subject.id)}</>;
  },
  "team.made": ({ detail }) => <>made the team {String(detail["name"])}</>,
  "team.changed": ({ detail }) => <>changed the team {String(detail["name"])}</>,
  "holiday.added": ({ detail }) => <>wrote down {String(detail["name"])} as a day off</>,
  "holiday.removed": ({ detail }) => <>took {String(detail["name"])} out of the days off</>,
  "holidays.brought": ({ detail }) => <>brought the days off of {String(detail["name"])}</>,
  "holidays.taken-back": ({ detail }) => <>took back the days off of {String(detail["name"])}</>,
  "absence.said": ({ detail }, name) => <>said when {name(String(detail["memberId"]))} is away</>,
  "absence.taken-back": ({ detail }, name) => <>took back when {name(String(detail["memberId"]))} is away</>,
  "goal.set": () => <>set a goal</>,
};
