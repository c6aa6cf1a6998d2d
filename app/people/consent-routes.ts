import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import {
  consentOf,
  keepConsent,
  liftDoNotWrite,
  recordConsent,
  restoreConsent,
  restoreDoNotWrite,
  sayDoNotWrite,
  takeBackConsent,
  withdrawConsent,
} from "./consent-actions.ts";
import {
  consentCovers,
  consentHow,
  consentView,
  doNotWriteView,
  stopReach,
  writingView,
  type WritingView,
} from "./consent-view.ts";
import { mayBeWrittenTo } from "./consent.ts";
import { countryOfContact } from "./contact-country-actions.ts";
import { contactLawOf } from "./contact-law.ts";
import { getPerson } from "./person-actions.ts";
import { holdersOf } from "./said-actions.ts";

const words = z.string().nullable().optional().describe("Their own");
const day = z.iso.date().optional().describe("Today when it is not said");

export function consentRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/people/{id}/writing",
      summary:
        "Whether somebody may be written to: what they agreed to or objected to, and the law of their country. Not legal advice.",
      scope: "read",
      params: idParam,
      answer: writingView,
    },
    async ({ tx, actor, params }) => writingOf(tx, actor, params.id),
  );
  api.route(
    {
      method: "post",
      path: "/people/{id}/consents",
      summary: "Note that somebody agreed to be written to, and how. It does not lift their objection.",
      scope: "write",
      params: idParam,
      body: z.object({ how: consentHow, covers: consentCovers.default("introduction"), words, day }),
      answer: consentView,
      status: 201,
    },
    async ({ tx, actor, params, body }) => recordConsent(tx, actor, params.id, body),
  );
  api.route(
    {
      method: "put",
      path: "/consents/{id}/withdrawn",
      summary: "They do not agree any more, from a day on.",
      scope: "write",
      params: idParam,
      body: z.object({ day }),
      answer: consentView,
    },
    async ({ tx, actor, params, body }) => withdrawConsent(tx, actor, params.id, body),
  );
  api.route(
    {
      method: "delete",
      path: "/consents/{id}/withdrawn",
      summary: "That was a mistake: they agree as they did.",
      scope: "write",
      params: idParam,
      answer: consentView,
    },
    async ({ tx, actor, params }) => keepConsent(tx, actor, params.id),
  );
  api.route(
    {
      method: "delete",
      path: "/consents/{id}",
      summary: "Take back that they agreed: it was noted by mistake.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackConsent(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/consents/{id}/restored",
      summary: "Bring back a consent that was taken back.",
      scope: "write",
      params: idParam,
      answer: consentView,
    },
    async ({ tx, actor, params }) => restoreConsent(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/people/{id}/do-not-write",
      summary:
        "Note that somebody does not want our letters, or to be contacted at all. It wins over consent, and outlives their record.",
      scope: "write",
      params: idParam,
      body: z.object({ reach: stopReach.default("e-mail"), words, day }),
      answer: doNotWriteView,
    },
    async ({ tx, actor, params, body }) => sayDoNotWrite(tx, actor, params.id, body),
  );
  api.route(
    {
      method: "delete",
      path: "/do-not-writes/{id}",
      summary: "They want to hear from us again, or it was noted by mistake.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => liftDoNotWrite(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/do-not-writes/{id}/restored",
      summary: "Bring back what was lifted.",
      scope: "write",
      params: idParam,
      answer: doNotWriteView,
    },
    async ({ tx, actor, params }) => restoreDoNotWrite(tx, actor, params.id),
  );
}

async function writingOf(tx: Tx, actor: Actor, anyId: string): Promise<WritingView> {
  const person = await getPerson(tx, anyId);
  const [writing, holderIds] = await Promise.all([consentOf(tx, actor, person.id), holdersOf(tx, person)]);
  const { name, knows, consentFirst, says } = contactLawOf(await countryOfContact(tx, person));
  return {
    personId: person.id,
    ...writing,
    mayBeWrittenTo: mayBeWrittenTo(writing, { consentFirst }),
    law: { name, knows, consentFirst, says },
    holderIds,
  };
}
