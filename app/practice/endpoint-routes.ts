import { z, type Api } from "#lib/http/api.ts";
import { countOne } from "#lib/http/rate.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { SealedWords } from "#lib/storage/sealed-words.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { ENDPOINT_SECONDS, LONGEST_KEY } from "./endpoint.ts";
import {
  askEndpoint,
  dropEndpoint,
  prepareJudgement,
  preparePlay,
  prepareTrial,
  readPlayed,
  seeEndpoint,
  setEndpoint,
} from "./endpoint-actions.ts";
import { endpointView, judgedView, playedView, talkSaid, triedView } from "./endpoint-view.ts";

const ANSWERS_IN_TEN_MINUTES = 120;
const TRIALS_IN_TEN_MINUTES = 20;

/** Who may play a persona from elsewhere, and the way there. Nothing of what is said is kept. */
export function endpointRoutes(api: Api, sealed: SealedWords): void {
  api.route(
    {
      method: "get",
      path: "/practice-endpoint",
      summary:
        "To whom words go when a persona is played from elsewhere; null: nowhere. A leader sees the settings, never the key.",
      scope: "read",
      answer: endpointView,
    },
    async ({ tx, actor }) => seeEndpoint(tx, actor),
  );
  api.route(
    {
      method: "put",
      path: "/practice-endpoint",
      summary: "Set an endpoint that speaks OpenAI's chat completions; a leader does.",
      scope: "admin",
      body: z.object({
        url: z.string().max(1_000).describe("The whole address, or up to /v1; one of your own network, too"),
        model: z.string().max(500),
        key: z
          .string()
          .trim()
          .min(1)
          .max(LONGEST_KEY)
          .regex(/^[\x21-\x7e]+$/, "must be a key, without blanks")
          .nullable()
          .optional()
          .describe("Not said: as it was. Null: it needs none"),
        seconds: z
          .int()
          .min(ENDPOINT_SECONDS.least)
          .max(ENDPOINT_SECONDS.most)
          .default(ENDPOINT_SECONDS.usual),
        isOn: z.boolean(),
      }),
      answer: endpointView,
    },
    async ({ tx, actor, body }) => setEndpoint(tx, actor, sealed, body),
  );
  api.route(
    {
      method: "delete",
      path: "/practice-endpoint",
      summary: "Forget the endpoint and its key.",
      scope: "admin",
    },
    async ({ tx, actor }) => dropEndpoint(tx, actor),
  );
  calls(api, sealed);
}

// These wait for another server, so no transaction stays open around them: each opens its own, and is over before the call.
function calls(api: Api, sealed: SealedWords): void {
  api.open(
    {
      method: "post",
      path: "/practice-endpoint/trials",
      summary: "Try the endpoint as it is set, with two words of no meaning; a leader does.",
      session: true,
      answer: triedView,
    },
    async ({ request, now }) => {
      const { call } = await prepared(
        api,
        request,
        now,
        async (tx, actor) => ({
          call: await prepareTrial(tx, actor, sealed),
        }),
        TRIALS_IN_TEN_MINUTES,
      );
      try {
        const { words } = await askEndpoint(call, readPlayed);
        return { works: true, said: words };
      } catch (error) {
        if (error instanceof Problem && error.kind === "unavailable")
          return { works: false, said: error.reason };
        throw error;
      }
    },
  );
  api.open(
    {
      method: "post",
      path: "/practice-answers",
      summary: "What the persona says next, as the endpoint plays it. Nothing is kept.",
      session: true,
      body: talkSaid,
      answer: playedView,
    },
    async ({ request, now, body }) => {
      const call = await prepared(api, request, now, async (tx) => preparePlay(tx, sealed, body));
      return askEndpoint(call, readPlayed);
    },
  );
  api.open(
    {
      method: "post",
      path: "/practice-judgements",
      summary:
        "Yes or no to each point of the scenario's rubric, as the endpoint reads a talk. Nothing is kept.",
      session: true,
      body: talkSaid,
      answer: judgedView,
    },
    async ({ request, now, body }) => {
      const call = await prepared(api, request, now, async (tx) => prepareJudgement(tx, sealed, body));
      return { kept: await askEndpoint(call, call.read) };
    },
  );
}

async function prepared<T>(
  { options: { database, doorkeeper } }: Api,
  request: Request,
  now: Date,
  prepare: (tx: Tx, actor: Actor) => Promise<T>,
  most = ANSWERS_IN_TEN_MINUTES,
): Promise<T> {
  const identity = await doorkeeper.identify(request, now);
  if (!identity || identity.via !== "session") throw new Problem("not-signed-in", "sign in first");
  await countOne(
    database,
    { of: `practice endpoint ${most} ${identity.memberId}`, most, seconds: 600 },
    now,
    "that was a lot in ten minutes; the persona of this device goes on",
  );
  return database.read(identity.workspaceId, async (tx) =>
    prepare(tx, await doorkeeper.actorOf(tx, identity, now)),
  );
}
