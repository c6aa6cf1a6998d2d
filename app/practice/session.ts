import { invalid } from "#lib/kernel/problem.ts";
import { shareKept, type Kept, type RubricPoint } from "./rubric.ts";

/** How one rehearses: before the camera, in writing, with a made-up partner, with a person. */
export const WAYS = ["mirror", "written", "talk", "live"] as const;
export type Way = (typeof WAYS)[number];

/** What one scorer said of a session, or is asked to say while `kept` is null. */
export interface Score {
  /** Null: somebody who is no member. */
  scorerId: string | null;
  kept: Kept | null;
}

/** Nobody rehearses for longer in one go. */
export const MOST_SECONDS = 6 * 3600;
export const LONGEST_NOTE = 300;
export const LONGEST_GUEST = 60;
/** Who was asked and has not scored by then is asked no more. */
export const WANTED_DAYS = 14;
/** Enough pairs of eyes on one rehearsal. */
export const MOST_SCORERS = 5;

/** A yes or a no for each point and for nothing else. Throws Problem invalid naming the field. */
export function cleanKept(points: readonly RubricPoint[], kept: Kept): Kept {
  const open = points.filter(({ key }) => kept[key] === undefined);
  if (open.length > 0)
    throw invalid(
      `say yes or no to each point; open: ${open.map(({ act }) => `“${act}”`).join(", ")}`,
      "kept",
    );
  const strange = Object.keys(kept).find((key) => !points.some((point) => point.key === key));
  if (strange !== undefined) throw invalid(`"${strange}" is no point of this rubric`, "kept");
  return Object.fromEntries(points.map(({ key }) => [key, kept[key] === true]));
}

/** The share of the points that was kept, as those who scored see it on average: each counts alike. Null while nobody has. */
export function shareOf(points: readonly RubricPoint[], scores: readonly Score[]): number | null {
  const shares = scores.flatMap(({ kept }) => (kept === null ? [] : [shareKept({ points }, kept)]));
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/**
 * The scores that somebody may see: whoever has not scored yet sees nobody's, so that two pairs of eyes are two. Whoever is
 * neither the rep nor asked sees none.
 */
export function visibleScores<S extends Score>(scores: readonly S[], viewerId: string): S[] {
  const own = scores.find(({ scorerId }) => scorerId === viewerId);
  return own?.kept ? scores.filter(({ kept }) => kept !== null) : [];
}

/** The points, by their keys, to which not everybody who scored gave the same answer. */
export function differences(points: readonly RubricPoint[], scores: readonly Score[]): string[] {
  const given = scores.flatMap(({ kept }) => (kept === null ? [] : [kept]));
  return points
    .map(({ key }) => key)
    .filter((key) => new Set(given.map((kept) => kept[key] === true)).size > 1);
}
