import { capital, counted } from "#lib/web/words.ts";
import type { WallView } from "../praise-view.ts";

/** "Three people praised, and two milestones": what these weeks had. */
export function wallHeading({ items }: Pick<WallView, "items">): string {
  const praised = new Set(items.flatMap(({ praise }) => praise?.to.id ?? [])).size;
  const milestones = items.filter(({ milestone }) => milestone !== null).length;
  if (praised === 0 && milestones === 0) return "Nobody was praised in these weeks";
  const parts = [
    ...(praised === 0 ? [] : [`${counted(praised, "person", "people")} praised`]),
    ...(milestones === 0 ? [] : [counted(milestones, "milestone", "milestones")]),
  ];
  return capital(parts.join(", and "));
}
