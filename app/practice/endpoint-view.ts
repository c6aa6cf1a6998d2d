import { z } from "#lib/http/api.ts";
import { ENDS } from "./persona.ts";
import { language } from "./practice-view.ts";

const MOST_LINES = 60;

export const endpointView = z
  .object({
    host: z.string().nullable(),
    settings: z
      .object({
        url: z.string(),
        model: z.string(),
        seconds: z.int(),
        isOn: z.boolean(),
        hasKey: z.boolean(),
      })
      .nullable(),
  })
  .openapi("PracticeEndpoint");
export type EndpointView = z.output<typeof endpointView>;

export const triedView = z.object({ works: z.boolean(), said: z.string() });
export type TriedView = z.output<typeof triedView>;

export const talkSaid = z.object({
  scenario: z.string().max(60),
  language: language.default("en"),
  lines: z
    .array(z.object({ who: z.enum(["they", "you"]), words: z.string().min(1).max(2_000) }))
    .min(1)
    .max(MOST_LINES),
});

export const playedView = z.object({ words: z.string(), end: z.enum(ENDS).nullable() });
export type PlayedView = z.output<typeof playedView>;

export const judgedView = z.object({ kept: z.record(z.string(), z.boolean()) });
export type JudgedView = z.output<typeof judgedView>;
