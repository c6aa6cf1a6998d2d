import { z } from "#lib/http/api.ts";
import { lineView, lineViewOf } from "#people/timeline-view.ts";
import { MILESTONES } from "./milestone.ts";
import type { Fact, Praisable } from "./praise-actions.ts";
import type { PraiseRow } from "./praise-store.ts";
import type { Wall, WallItem } from "./wall-actions.ts";

const named = z.object({ id: z.uuid(), name: z.string() });

export const praiseView = z
  .object({
    id: z.uuid(),
    day: z.iso.date(),
    to: named,
    by: named,
    words: z.string().nullable(),
    fact: lineView.nullable().describe("For what: a line of the journal; null: the caller is not told of it"),
  })
  .openapi("Praise");
export type PraiseView = z.infer<typeof praiseView>;

export const milestoneView = z
  .object({
    kind: z.enum(MILESTONES),
    day: z.iso.date(),
    member: named,
    weeks: z.int().nullable().describe("Of silence before it, or in a row"),
    fact: lineView
      .nullable()
      .describe("What it stands on, and it goes when that is taken back; null: the caller is not told of it"),
  })
  .openapi("Milestone");

const wallItemView = z.object({
  key: z.string(),
  praise: praiseView.nullable(),
  milestone: milestoneView.nullable(),
  praiseId: z.uuid().nullable().describe("The caller's own praise for the same fact"),
});
export type WallItemView = z.infer<typeof wallItemView>;

export const wallView = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    items: z.array(wallItemView),
    more: z.boolean().describe("Something happened before these weeks"),
  })
  .openapi("Wall");
export type WallView = z.infer<typeof wallView>;

export const praisableView = z.object({
  factId: z.uuid(),
  to: named,
  praiseId: z.uuid().nullable().describe("The caller's own praise for it"),
  fact: lineView,
});
export type PraisableView = z.infer<typeof praisableView>;

export const wantedPraise = z.object({
  factId: z.uuid().describe("A line of the journal, of GET /timeline, /scorecard/facts or /praisable-facts"),
  words: z.string().nullable().default(null),
});

export function praiseViewOf(
  { id, day, to, by, words }: PraiseRow,
  fact: Fact | null,
): z.input<typeof praiseView> {
  return { id, day, to: { id: to.id, name: to.name }, by, words, fact: factViewOf(fact) };
}

export function factViewOf(fact: Fact | null): z.input<typeof lineView> | null {
  return fact && lineViewOf(fact.line, fact.names);
}

export function wallViewOf({ items, ...rest }: Wall): z.input<typeof wallView> {
  return { ...rest, items: items.map(itemOf) };
}

function itemOf(item: WallItem): z.input<typeof wallItemView> {
  const { fact, praiseId } = item;
  if (item.kind === "praise")
    return { key: item.praise.id, praise: praiseViewOf(item.praise, fact), milestone: null, praiseId };
  const { kind, day, memberId, weeks, factId } = item.milestone;
  const member = { id: memberId, name: item.name };
  return {
    key: `${kind} ${factId}`,
    praise: null,
    milestone: { kind, day, member, weeks, fact: factViewOf(fact) },
    praiseId,
  };
}

export function praisableViewOf({ line, names, to, praiseId }: Praisable): z.input<typeof praisableView> {
  return { factId: line.id, to, praiseId, fact: lineViewOf(line, names) };
}
