import { ACCOUNT_KINDS } from "#accounts/account.ts";
import { sameAccountIds } from "#accounts/account-actions.ts";
import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { PAGE_LIMIT } from "#lib/kernel/page.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { getPerson } from "./person-actions.ts";
import { CARD_VERSIONS, writeCard } from "./person-card.ts";
import { listPeople, type PersonFilter } from "./person-list-store.ts";
import type { PersonRow } from "./person-store.ts";

const MOST_CARDS = 10_000;
const version = z.enum(CARD_VERSIONS).default("3.0").describe("4.0 for programs that ask for it");

/** People as cards for address books. */
export function cardRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/people/{id}/card.vcf",
      summary: "One person as a card for an address book (vCard).",
      scope: "read",
      params: idParam,
      query: z.object({ version }),
      download: "text/vcard",
      answer: z.string(),
    },
    async ({ tx, params, query }) => {
      const person = await getPerson(tx, params.id);
      return cards(writeCard(person, query.version), person.fullName);
    },
  );
  api.route(
    {
      method: "get",
      path: "/people-cards.vcf",
      summary: "The people of a list as cards for an address book (vCard), at most 10,000.",
      scope: "read",
      query: z.object({
        version,
        account: z.uuid().optional(),
        kind: z.enum(ACCOUNT_KINDS).optional().describe("Of the account where they work"),
        holder: z.uuid().optional(),
        q: z.string().max(200).optional(),
      }),
      download: "text/vcard",
      answer: z.string(),
    },
    async ({ tx, query }) => {
      const accountIds = query.account ? await sameAccountIds(tx, query.account) : undefined;
      const people = await everybody(tx, {
        ...(accountIds && { accountIds }),
        ...(query.kind && { accountKind: query.kind }),
        ...(query.holder && { holderId: query.holder }),
        ...(query.q && { q: query.q }),
      });
      return cards(people.map((person) => writeCard(person, query.version)).join(""), "people");
    },
  );
}

async function everybody(tx: Tx, filter: PersonFilter): Promise<PersonRow[]> {
  const people: PersonRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await listPeople(tx, filter, cursor, PAGE_LIMIT);
    people.push(...page.items);
    cursor = page.nextCursor ?? undefined;
    if (people.length > MOST_CARDS)
      throw new Problem(
        "too-large",
        "these are more than 10,000 people; take those of one account or holder",
      );
  } while (cursor !== undefined);
  return people;
}

function cards(text: string, name: string): Response {
  const plain = name.replaceAll(/[^\w-]+/g, "-").replaceAll(/^-+|-+$/g, "") || "card";
  return new Response(text, {
    headers: {
      "content-type": "text/vcard; charset=utf-8",
      "content-disposition": `attachment; filename="${plain}.vcf"; filename*=UTF-8''${encodeURIComponent(`${name}.vcf`)}`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}
