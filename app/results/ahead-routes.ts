import { z, type Api } from "#lib/http/api.ts";
import { FILE_KINDS, FILE_TYPES, tableFile } from "#lib/http/table-file.ts";
import { aheadAsked, heldFactsAsked, pastFactsAsked, planAsked } from "./ahead-actions.ts";
import { aheadSheet, heldSheet, planSheet, sayingSheet } from "./ahead-file.ts";
import {
  aheadOfWhom,
  aheadQuery,
  aheadView,
  heldFactsQuery,
  heldView,
  pastFactsQuery,
  pastView,
  planQuery,
  planView,
  sayingFactsQuery,
  sayingFactsView,
  sayingView,
} from "./ahead-view.ts";
import { funnelFactsView } from "./funnel-view.ts";
import { answerTo, HELD, PAST, SAYING } from "./overnight-actions.ts";
import { pastFrom } from "./past-actions.ts";
import { orNow } from "./results-view.ts";
import { sayingFacts } from "./saying-actions.ts";

export function aheadRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/results/ahead",
      summary: "What the coming weeks bring, as ranges, from one's own rates and the team's.",
      scope: "read",
      query: aheadQuery,
      answer: aheadView,
    },
    async ({ tx, actor, query: { weeks, more, pace, ...of } }) =>
      aheadAsked(tx, actor, whom(of), { weeks, more, pace }),
  );
  api.route(
    {
      method: "get",
      path: "/results/ahead/past",
      summary:
        "All that this is reckoned from: what was tried and what came of it, how late, how often, and the goals.",
      scope: "read",
      query: aheadOfWhom.extend(orNow),
      answer: pastView,
    },
    async ({ tx, actor, query }) => {
      const asked = await answerTo(tx, actor, PAST, query);
      return { ...asked, from: pastFrom(asked.until) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/results/ahead/plan",
      summary: "Backwards: how many asks a week and rep it takes to win so many clients in time.",
      scope: "read",
      query: planQuery,
      answer: planView,
    },
    async ({ tx, actor, query: { clients, weeks, ...of } }) =>
      planAsked(tx, actor, whom(of), { clients, weeks }),
  );
  api.route(
    {
      method: "get",
      path: "/results/ahead/held",
      summary: "How often what came lay in the range that was said before.",
      scope: "read",
      query: aheadOfWhom.extend(orNow),
      answer: heldView,
    },
    async ({ tx, actor, query }) => answerTo(tx, actor, HELD, query),
  );
  api.route(
    {
      method: "get",
      path: "/results/saying",
      summary:
        "Of report cards on which clients said they would recommend us, how many were followed by an introduction of theirs within half a year.",
      scope: "read",
      query: aheadOfWhom.extend(orNow),
      answer: sayingView,
    },
    async ({ tx, actor, query }) => answerTo(tx, actor, SAYING, query),
  );
  api.route(
    {
      method: "get",
      path: "/results/ahead/past/facts",
      summary:
        "The asks or introductions of the two years that this is reckoned from, the latest begun first: those that came of a step, or those that did not.",
      scope: "read",
      query: pastFactsQuery,
      answer: funnelFactsView,
    },
    async ({ tx, actor, query: { member, team, cursor, limit, ...asked } }) =>
      pastFactsAsked(tx, actor, { ...whom({ member, team }), ...asked }, cursor, limit),
  );
  api.route(
    {
      method: "get",
      path: "/results/ahead/held/facts",
      summary:
        "The introductions that came, were met first or became clients in the weeks of a range, the latest first.",
      scope: "read",
      query: heldFactsQuery,
      answer: funnelFactsView,
    },
    async ({ tx, actor, query: { member, team, cursor, limit, ...asked } }) =>
      heldFactsAsked(tx, actor, { ...whom({ member, team }), ...asked }, cursor, limit),
  );
  api.route(
    {
      method: "get",
      path: "/results/saying/facts",
      summary:
        "The report cards behind one of its numbers, the latest first: who said so, and whom they introduced.",
      scope: "read",
      query: sayingFactsQuery,
      answer: sayingFactsView,
    },
    async ({ tx, actor, query: { member, team, cursor, limit, ...asked } }) =>
      sayingFacts(tx, actor, { ...whom({ member, team }), ...asked }, cursor, limit),
  );
  for (const kind of FILE_KINDS) {
    const file = {
      method: "get",
      scope: "read",
      download: FILE_TYPES[kind],
      answer: z.string(),
    } as const;
    api.route(
      {
        ...file,
        path: `/results/ahead.${kind}`,
        summary: "What the coming weeks bring as a file, a line a week.",
        query: aheadQuery,
      },
      async ({ tx, actor, query: { weeks, more, pace, ...of } }) => {
        const { projection, until } = await aheadAsked(tx, actor, whom(of), { weeks, more, pace });
        return tableFile(kind, "what-comes-next", [aheadSheet(projection, until)]);
      },
    );
    api.route(
      {
        ...file,
        path: `/results/ahead/plan.${kind}`,
        summary: "What it takes to win so many clients in time as a file.",
        query: planQuery,
      },
      async ({ tx, actor, query: { clients, weeks, ...of } }) => {
        const { plan } = await planAsked(tx, actor, whom(of), { clients, weeks });
        return tableFile(kind, "from-clients-to-asks", [planSheet(plan, of.member !== undefined)]);
      },
    );
    api.route(
      {
        ...file,
        path: `/results/ahead/held.${kind}`,
        summary: "What was said and what came as a file, a line for each range.",
        query: aheadOfWhom,
      },
      async ({ tx, actor, query }) =>
        tableFile(kind, "ranges-that-held", [heldSheet((await answerTo(tx, actor, HELD, query)).horizons)]),
    );
    api.route(
      {
        ...file,
        path: `/results/saying.${kind}`,
        summary: "Saying and doing as a file.",
        query: aheadOfWhom,
      },
      async ({ tx, actor, query }) =>
        tableFile(kind, "saying-and-doing", [sayingSheet(await answerTo(tx, actor, SAYING, query))]),
    );
  }
}

function whom({ member, team }: z.output<typeof aheadOfWhom>) {
  return { memberId: member, teamId: team };
}
