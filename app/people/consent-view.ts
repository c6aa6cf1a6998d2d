import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";
import { LAW_KNOWN } from "./contact-law.ts";
import { CONSENT_COVERS, CONSENT_HOWS, STOP_REACHES, WRITING_STATES } from "./consent.ts";
import { author } from "./standing-view.ts";

export const consentHow = z
  .enum(CONSENT_HOWS)
  .describe("page: they pressed it themselves, on a page of ours");
export const consentCovers = z
  .enum(CONSENT_COVERS)
  .describe("What they agreed to be written to about: what they were introduced for, or everything");
export const stopReach = z.enum(STOP_REACHES).describe("everything: no calls either");

export const consentView = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    how: consentHow,
    covers: consentCovers,
    words: z.string().nullable(),
    day,
    by: author,
    withdrawnOn: day.nullable().describe("The first day on which it does not hold any more"),
  })
  .openapi("Consent");
export type ConsentView = z.infer<typeof consentView>;

export const doNotWriteView = z
  .object({
    id: z.uuid(),
    personId: z.uuid().nullable().describe("Null: the record is gone, and an address of it is known again"),
    reach: stopReach,
    words: z.string().nullable(),
    day,
    by: author,
    liftedOn: day.nullable(),
  })
  .openapi("DoNotWrite");
export type DoNotWriteView = z.infer<typeof doNotWriteView>;

export const contactLawView = z
  .object({
    name: z.string(),
    knows: z
      .enum(LAW_KNOWN)
      .describe("country: where they are, and nothing of its law; nothing: not even where they are"),
    consentFirst: z.boolean().describe("They must have agreed before one writes to them"),
    says: z.string(),
  })
  .describe("What the law of their country wants; not legal advice")
  .openapi("ContactLaw");

export const writingView = z
  .object({
    personId: z.uuid(),
    state: z.enum(WRITING_STATES).describe("unsaid: nobody asked them yet; stopped wins over any consent"),
    mayBeWrittenTo: z.boolean().describe("By what they said and, where they said nothing, by the law"),
    consent: consentView.nullable().describe("What they agreed to last, or had agreed to"),
    stop: doNotWriteView.nullable(),
    law: contactLawView,
    holderIds: z.array(z.uuid()).describe("Who holds the relationship, with them or with their account"),
  })
  .openapi("Writing");
export type WritingView = z.infer<typeof writingView>;
