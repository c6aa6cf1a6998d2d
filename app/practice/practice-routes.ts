import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { practiceBesideAsks } from "./beside-actions.ts";
import {
  getScenario,
  offerAgain,
  practiceLibrary,
  retire,
  takeEditionBack,
  writeRubric,
  writeScenario,
} from "./library-actions.ts";
import { practiceNow, putOffPractice, takeUpPractice } from "./offer-actions.ts";
import {
  besideView,
  keyParam,
  language,
  libraryView,
  practiceOf,
  practiceView,
  practiceWeekView,
  practiserView,
  rubricOf,
  rubricView,
  ruleOf,
  ruleView,
  scenarioOf,
  scenarioView,
  wantedRubric,
  wantedScenario,
} from "./practice-view.ts";
import {
  changePracticeRule,
  memberPractice,
  practiceRule,
  takeBackPracticeRule,
  teamPractice,
} from "./practice-week-actions.ts";
import { sessionRoutes } from "./session-routes.ts";

const inLanguage = z.object({ language: language.default("en") });

export function practiceRoutes(api: Api): void {
  today(api);
  library(api);
  editions(api);
  weeks(api);
  sessionRoutes(api);
}

function today(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/practice",
      summary: "What you should rehearse today and why, your week, and each skill over the last weeks.",
      scope: "read",
      query: inLanguage,
      answer: practiceView,
    },
    async ({ tx, actor, query }) => practiceOf(await practiceNow(tx, actor, query.language)),
  );
  api.route(
    {
      method: "put",
      path: "/practice/put-off",
      summary: "Not today: what is due comes up on another day.",
      scope: "write",
    },
    async ({ tx, actor }) => putOffPractice(tx, actor),
  );
  api.route(
    { method: "delete", path: "/practice/put-off", summary: "Today after all.", scope: "write" },
    async ({ tx, actor }) => takeUpPractice(tx, actor),
  );
}

function library(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/practice-library",
      summary:
        "Every rubric and scenario as they are here, in one language as far as there is one; retired ones, too.",
      scope: "read",
      query: inLanguage,
      answer: libraryView,
    },
    async ({ tx, query }) => {
      const { rubrics, scenarios } = await practiceLibrary(tx, query.language);
      return { rubrics: rubrics.map(rubricOf), scenarios: scenarios.map(scenarioOf) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/practice-scenarios/{key}",
      summary: "A scenario and the rubric that it is scored by.",
      scope: "read",
      params: keyParam,
      query: inLanguage,
      answer: z.object({ scenario: scenarioView, rubric: rubricView }),
    },
    async ({ tx, params, query }) => {
      const { scenario, rubric } = await getScenario(tx, params.key, query.language);
      return { scenario: scenarioOf(scenario), rubric: rubricOf(rubric) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/practice-scenarios",
      summary: "Add a scenario of your own.",
      scope: "write",
      body: wantedScenario,
      answer: scenarioView,
      status: 201,
    },
    async ({ tx, actor, body }) => scenarioOf(await writeScenario(tx, actor, body)),
  );
  api.route(
    {
      method: "post",
      path: "/practice-rubrics",
      summary: "Add a rubric of your own: a skill that scenarios train.",
      scope: "write",
      body: wantedRubric,
      answer: rubricView,
      status: 201,
    },
    async ({ tx, actor, body }) => rubricOf(await writeRubric(tx, actor, body)),
  );
}

function editions(api: Api): void {
  api.route(
    {
      method: "put",
      path: "/practice-scenarios/{key}",
      summary: "Another edition of a scenario, of the library, too; what was held stays as it was.",
      scope: "write",
      params: keyParam,
      body: wantedScenario,
      answer: scenarioView,
    },
    async ({ tx, actor, params, body }) => scenarioOf(await writeScenario(tx, actor, body, params.key)),
  );
  api.route(
    {
      method: "put",
      path: "/practice-rubrics/{key}",
      summary:
        "Another edition of a rubric, of the library, too: 3 to 9 points; a new one comes without a key.",
      scope: "write",
      params: keyParam,
      body: wantedRubric,
      answer: rubricView,
    },
    async ({ tx, actor, params, body }) => rubricOf(await writeRubric(tx, actor, body, params.key)),
  );
  for (const what of ["rubric", "scenario"] as const) {
    api.route(
      {
        method: "delete",
        path: `/practice-${what}-editions/{id}`,
        summary: `Take an edition of a ${what} back: what held before holds again.`,
        scope: "write",
        params: idParam,
      },
      async ({ tx, actor, params }) => takeEditionBack(tx, actor, what, params.id),
    );
    api.route(
      {
        method: "put",
        path: `/practice-${what}s/{key}/retired`,
        summary: `Offer a ${what} no more; what was held of it stays.`,
        scope: "write",
        params: keyParam,
      },
      async ({ tx, actor, params }) => retire(tx, actor, what, params.key),
    );
    api.route(
      {
        method: "delete",
        path: `/practice-${what}s/{key}/retired`,
        summary: `Offer a ${what} again.`,
        scope: "write",
        params: keyParam,
      },
      async ({ tx, actor, params }) => offerAgain(tx, actor, what, params.key),
    );
  }
}

function weeks(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/practice-rule",
      summary: "How many sessions a week everybody rehearses.",
      scope: "read",
      answer: ruleView,
    },
    async ({ tx, actor }) => ruleOf(await practiceRule(tx, actor)),
  );
  api.route(
    {
      method: "put",
      path: "/practice-rule",
      summary: "Change it from this week on.",
      scope: "admin",
      body: z.object({ sessions: z.int() }),
      answer: ruleView,
    },
    async ({ tx, actor, body }) => ruleOf(await changePracticeRule(tx, actor, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/practice-rules/{id}",
      summary: "Take a change back: what held before holds again.",
      scope: "admin",
      params: idParam,
      answer: ruleView,
    },
    async ({ tx, actor, params }) => ruleOf(await takeBackPracticeRule(tx, actor, params.id)),
  );
  api.route(
    {
      method: "get",
      path: "/practice-weeks",
      summary:
        "How often each of a team rehearsed, week by week: for whoever manages it. Numbers, never words or recordings.",
      scope: "read",
      query: z.object({ team: z.uuid().optional().describe("Not said: everybody, for a leader") }),
      answer: z.object({ items: z.array(practiserView) }),
    },
    async ({ tx, actor, query }) => ({ items: await teamPractice(tx, actor, query.team ?? null) }),
  );
  api.route(
    {
      method: "get",
      path: "/members/{id}/practice-weeks",
      summary: "How often one member rehearsed, week by week: for themselves and whoever manages them.",
      scope: "read",
      params: idParam,
      answer: z.object({ items: z.array(practiceWeekView) }),
    },
    async ({ tx, actor, params }) => ({ items: await memberPractice(tx, actor, params.id) }),
  );
  api.route(
    {
      method: "get",
      path: "/practice-beside-asks",
      summary:
        "Practice and real asks side by side: an association, with its interval. Of yourself when nothing is said.",
      scope: "read",
      query: z.object({
        member: z.uuid().optional(),
        team: z
          .union([z.uuid(), z.literal("all")])
          .optional()
          .describe("all: everybody, for a leader"),
      }),
      answer: besideView,
    },
    async ({ tx, actor, query: { member, team } }) => {
      if (team !== undefined) return practiceBesideAsks(tx, actor, team === "all" ? {} : { teamId: team });
      return practiceBesideAsks(tx, actor, { memberId: member ?? actor.member.id });
    },
  );
}
