import { z, type Api } from "#lib/http/api.ts";
import { invalid } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { chainAroundPerson, chainAroundReferral, type ChainAround } from "#referrals/chain-actions.ts";
import { readChainPeople } from "./chain-reader.ts";
import { chainPictureView, type ChainPictureView } from "./chain-view.ts";
import { getDeal } from "./deal-actions.ts";

const MOST = 1_000;

export function chainRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/chains",
      summary: `The introductions that led to a person, an introduction or a deal, and those that grew from there; at most ${MOST} people.`,
      scope: "read",
      query: z.object({
        person: z.uuid().optional(),
        referral: z.uuid().optional(),
        deal: z.uuid().optional(),
      }),
      answer: chainPictureView,
    },
    async ({ tx, query }) => pictureOf(tx, await chainAround(tx, query)),
  );
}

interface Asked {
  person?: string | undefined;
  referral?: string | undefined;
  deal?: string | undefined;
}

async function chainAround(tx: Tx, { person, referral, deal }: Asked): Promise<ChainAround | null> {
  if ([person, referral, deal].filter((id) => id !== undefined).length !== 1)
    throw invalid("say whose chain: one of person, referral and deal", "person");
  if (person !== undefined) return chainAroundPerson(tx, person, MOST);
  if (referral !== undefined) return chainAroundReferral(tx, referral, MOST);
  const { referralId, personId } = await getDeal(tx, deal as string);
  if (referralId !== null) return chainAroundReferral(tx, referralId, MOST);
  return personId === null ? null : chainAroundPerson(tx, personId, MOST);
}

async function pictureOf(tx: Tx, chain: ChainAround | null): Promise<ChainPictureView> {
  if (chain === null) return { personId: null, people: [], introductions: [], more: 0 };
  const links = [...chain.led, ...chain.grown];
  const ids = new Set([chain.personId, ...links.flatMap(({ sourceId, contactId }) => [sourceId, contactId])]);
  return {
    personId: chain.personId,
    people: await readChainPeople(tx, [...ids]),
    introductions: links.map(
      ({ referralId, sourceId, contactId, memberId, memberName, day, level, state, asked }) => ({
        referralId,
        sourceId,
        contactId,
        memberId,
        memberName,
        day,
        level,
        state,
        asked,
      }),
    ),
    more: chain.more,
  };
}
