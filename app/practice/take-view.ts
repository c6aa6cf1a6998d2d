import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { TAKE_ENDS } from "./take.ts";

const seconds = z.number().min(0).max(21_600);

export const heardShape = z
  .object({
    seconds,
    spokenSeconds: seconds,
    pauses: z.array(z.object({ start: seconds, length: seconds })).max(10_000),
    longestSeconds: seconds,
    syllables: z.int().min(0).max(200_000),
    pace: z.number().min(0).max(50).nullable().describe("Syllables for each second of speech"),
    loudness: z.number().min(-100).max(10).nullable().describe("dBFS"),
  })
  .openapi("Heard");

export const takeView = z
  .object({
    id: z.uuid(),
    memberId: z.uuid().describe("Who is seen in it"),
    memberName: z.string(),
    sessionId: z.uuid().nullable().describe("The practice session it is of"),
    scenarioName: z.string(),
    type: z.string(),
    seconds: z.int(),
    bytes: z.int(),
    received: z.int().describe("All of its bytes: it can be seen"),
    heard: heardShape.nullable().describe("What the device heard that recorded it"),
    untilDay: day.describe("The last day on which it can be seen"),
    sharedAt: z.iso.datetime(),
    ended: z.enum(TAKE_ENDS).nullable(),
    viewers: z
      .array(z.object({ id: z.uuid(), name: z.string() }))
      .describe("Who may see it; said to whoever is seen in it, and to nobody else"),
  })
  .openapi("PracticeTake");
export type TakeView = z.infer<typeof takeView>;
