import { dayText } from "#lib/kernel/day-words.ts";
import type { PhraseBook, TimelineLine } from "#lib/web/phrases.ts";

/** How lines about promises read after the name of who wrote them; see lib/web/phrases.ts. */
export const commitmentPhrases: PhraseBook = {
  "week.planned": (line) => <>promised something for the week of {weekOf(line)}</>,
  "week.plan-changed": (line) => <>changed what they promised for the week of {weekOf(line)}</>,
  "week.told": (line) => <>told how the week of {weekOf(line)} went</>,
  "promise.told": (line) => <>told of a promise of the week of {weekOf(line)}</>,
  "partners.asked": ({ detail, by }, name) => <>asked {others(detail, by?.id, name)} to be their partner</>,
  "partners.paired": ({ detail }, name) => <>made {others(detail, undefined, name)} partners</>,
  "partners.parted": ({ detail }, name) => <>ended the partnership of {others(detail, undefined, name)}</>,
  "partner.asked-how-it-went": ({ detail }, name) => (
    <>asked {name(detail["memberId"])} how their week went</>
  ),
};

function weekOf({ detail, day }: TimelineLine): string {
  return dayText(String(detail["week"]), day);
}

function others(
  detail: TimelineLine["detail"],
  without: string | undefined,
  name: Parameters<NonNullable<PhraseBook[string]>>[1],
) {
  const ids = (detail["memberIds"] as string[]).filter((id) => id !== without);
  return ids.map((id, at) => (
    <span key={id}>
      {at > 0 && " and "}
      {name(id)}
    </span>
  ));
}
