import { z } from "#lib/http/api.ts";
import { money } from "#lib/http/shapes.ts";
import type { ToldLine } from "#lib/storage/timeline.ts";
import { idsIn, type NamedId } from "./timeline-actions.ts";

const name = z.object({
  id: z.uuid(),
  now: z.uuid().describe("Differs from id when it was merged into another since"),
  kind: z.enum(["member", "person", "account"]),
  name: z.string(),
});
/** A line of the journal as it is told; lib/web/phrases.ts has its type for the screens. */
export const lineView = z
  .object({
    id: z.uuid(),
    actId: z.uuid(),
    at: z.iso.datetime(),
    day: z.iso.date(),
    verb: z.string(),
    subject: z.object({ kind: z.string(), id: z.uuid() }),
    by: name.nullable(),
    creditedTo: name.nullable(),
    measure: z.string().nullable(),
    money: money.nullable(),
    detail: z.record(z.string(), z.unknown()),
    undoes: z
      .object({ id: z.uuid(), verb: z.string() })
      .nullable()
      .describe("The earlier line that this one takes back"),
    undone: z.boolean().describe("This line was taken back later"),
    names: z.array(name).describe("Every member, person and account that the line speaks of"),
  })
  .openapi("TimelineLine");

export function lineViewOf(row: ToldLine, names: Map<string, NamedId>): z.input<typeof lineView> {
  const { id, actId, day, verb, measure, detail, undone } = row;
  return {
    id,
    actId,
    at: row.at.toISOString(),
    day,
    verb,
    subject: { kind: row.subjectKind, id: row.subjectId },
    by: (row.byId && names.get(row.byId)) || null,
    creditedTo: (row.memberId && names.get(row.memberId)) || null,
    measure,
    money: row.currency ? { minor: row.minor, currency: row.currency } : null,
    detail,
    undoes: row.undoes && row.undoesVerb ? { id: row.undoes, verb: row.undoesVerb } : null,
    undone,
    names: idsIn(row).flatMap((each) => names.get(each) ?? []),
  };
}
