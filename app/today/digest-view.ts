import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { dayIn } from "#lib/kernel/days.ts";
import type { MyDigest } from "./digest-actions.ts";
import type { OpenedLine } from "./digest-door-actions.ts";
import { actsOn } from "./digest-line.ts";
import { MAIL_STATES, mailStateOf } from "./digest.ts";

export const wantedDigest = z.object({
  wanted: z.boolean(),
  atTime: z.string().describe("A quarter of an hour on the workspace's clock, HH:MM"),
  whenDone: z.boolean().describe("Also on days on which nothing waits"),
});

export const myDigestView = wantedDigest
  .extend({
    mail: z.boolean().describe("Whether this installation sends mail"),
    last: z
      .object({
        day,
        state: z.enum(MAIL_STATES).describe("doubted: broken off, so that nobody knows"),
        at: z.iso.datetime(),
        failure: z.string().nullable(),
      })
      .nullable()
      .describe("The last mail of a day"),
  })
  .openapi("MyDigest");
export type MyDigestView = z.infer<typeof myDigestView>;

export function myDigestOf({ last, ...setting }: MyDigest, mail: boolean): MyDigestView {
  return {
    ...setting,
    mail,
    last: last && {
      day: last.day,
      state: mailStateOf(last),
      at: (last.acceptedAt ?? last.madeAt).toISOString(),
      failure: last.failure,
    },
  };
}

export const digestLineView = z
  .object({
    workspaceName: z.string(),
    repName: z.string().describe("In whose name it is written down"),
    heading: z.string(),
    below: z.string().nullable(),
    why: z.string(),
    say: z.string().nullable(),
    phone: z.string().nullable().describe("As an address to call"),
    today: day,
    timeZone: z.string().describe("In which its times are read"),
    openUntil: day,
    done: z
      .object({ did: z.string(), undoUntil: z.iso.datetime().nullable() })
      .nullable()
      .describe("What was done from it already"),
    acts: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        says: z.string().describe("What is written down"),
        choices: z
          .object({
            label: z.string(),
            options: z.array(z.object({ id: z.string(), label: z.string() })),
            first: z.string().optional().describe("What is chosen unless somebody chooses"),
          })
          .optional(),
        until: z
          .array(z.object({ label: z.string(), day }))
          .optional()
          .describe("Days that the choice not-now needs"),
        words: z.object({ label: z.string(), needed: z.boolean() }).optional(),
        named: z
          .object({ label: z.string() })
          .optional()
          .describe("Whom the choice named-someone may name: written down as a name only"),
      }),
    ),
  })
  .openapi("DigestLine");
export type DigestLineView = z.infer<typeof digestLineView>;

export const pressed = z.object({
  act: z.string().max(40),
  choice: z.string().max(40).optional(),
  untilDay: day.optional(),
  words: z.string().max(1_000).nullable().optional(),
  named: z
    .object({ fullName: z.string().max(250), accountName: z.string().max(250).nullable().optional() })
    .optional()
    .describe("Whom they named, with the choice named-someone"),
  happened: z.boolean().optional().describe("It took place, so that no rule refuses it"),
});

export function digestLineOf({ line, actor, openUntil, undoUntil }: OpenedLine): DigestLineView {
  const { heading, below, why, say, phone, name } = line.shown;
  return {
    workspaceName: actor.workspace.name,
    repName: actor.member.name,
    heading,
    below,
    why,
    say,
    phone,
    today: actor.today,
    timeZone: actor.workspace.timeZone,
    openUntil: dayIn(openUntil, actor.workspace.timeZone),
    done:
      line.doneAt === null ? null : { did: line.did ?? heading, undoUntil: undoUntil?.toISOString() ?? null },
    acts: actsOn(line.about, name, actor.today),
  };
}
