import { told, z, type Api } from "#lib/http/api.ts";
import { dayAsked, idParam } from "#lib/http/shapes.ts";
import { CSV_TYPE, fileAnswer } from "#lib/http/table-file.ts";
import { XLSX_TYPE } from "#lib/http/xlsx-out.ts";
import { refuseKeys } from "#team/by-session.ts";
import type { SaidTerms } from "./spiff-actions.ts";
import { changeSpiff, openSpiff, takeBackChange, takeBackOpening } from "./spiff-actions.ts";
import { asCsv, asWorkbook, spiffFile } from "./spiff-file-actions.ts";
import { looksOf } from "./spiff-look-actions.ts";
import { signMonth, takeBackSignature } from "./spiff-signature-actions.ts";
import { monthsOf, statementOf, statementsOf } from "./spiff-statement-actions.ts";
import { standingSpiffs } from "./spiff-store.ts";
import {
  changedSpiff,
  looksView,
  looksViewOf,
  monthsView,
  monthStatementsView,
  monthStatementsViewOf,
  monthView,
  monthViewOf,
  newSpiff,
  spiffsView,
  spiffView,
  spiffViewOf,
  statementView,
  statementViewOf,
} from "./spiff-view.ts";

const BY_HAND =
  "money is signed by somebody who has read it: sign in and do it under “SPIFFs”; a key cannot sign, nor take a signature back";

const dayParam = z.object({ day: dayAsked.describe("Any day of the month") });
const ofWhom = z.object({
  member: z.uuid().optional().describe("One statement; without, all that the caller may see"),
});

export function spiffRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/spiffs",
      summary: "The short-term rewards of the workspace, by rules that everybody can read.",
      scope: "read",
      answer: spiffsView,
    },
    async ({ tx, actor }) => ({
      items: (await standingSpiffs(tx)).toReversed().map((spiff) => spiffViewOf(spiff, actor)),
      nextCursor: null,
    }),
  );
  api.route(
    {
      method: "post",
      path: "/spiffs",
      summary: "Open a SPIFF: what is rewarded, from when until when, for whom, and how much.",
      scope: "write",
      body: newSpiff,
      answer: spiffView,
      status: 201,
    },
    async ({ tx, actor, body: { measure, period, currency = actor.workspace.currency, ...said } }) =>
      spiffViewOf(await openSpiff(tx, actor, { measure, period, currency }, termsOf(said)), actor),
  );
  api.route(
    {
      method: "post",
      path: "/spiffs/{id}/versions",
      summary: "Change its rule from this period or the next one on; what holds until then stays written.",
      scope: "write",
      params: idParam,
      body: changedSpiff,
      answer: spiffView,
      status: 201,
    },
    async ({ tx, actor, params, body: { holds, ...said } }) =>
      spiffViewOf(await changeSpiff(tx, actor, params.id, termsOf(said), holds), actor),
  );
  api.route(
    {
      method: "delete",
      path: "/spiffs/{id}/versions/{versionId}",
      summary: "Take back the last change of its rule, while no month is signed by it.",
      scope: "write",
      params: idParam.extend({ versionId: z.uuid() }),
      answer: spiffView,
    },
    async ({ tx, actor, params }) =>
      spiffViewOf(await takeBackChange(tx, actor, params.id, params.versionId), actor),
  );
  api.route(
    {
      method: "delete",
      path: "/spiffs/{id}",
      summary: "Take back a SPIFF, while no month is signed with it; to end one, change its rule.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackOpening(tx, actor, params.id),
  );
  api.route(
    {
      method: "get",
      path: "/spiff-months",
      summary: "The months that there are statements for, the latest first.",
      scope: "read",
      answer: monthsView,
    },
    async ({ tx, actor }) => ({
      items: (await monthsOf(tx, actor)).map(monthViewOf),
      nextCursor: null,
    }),
  );
  api.route(
    {
      method: "get",
      path: "/spiff-months/{day}",
      summary: "What the statements of a month come to: one's own, one's teams', or for a leader all.",
      scope: "read",
      params: dayParam,
      answer: monthStatementsView,
    },
    async ({ tx, actor, params }) => monthStatementsViewOf(await statementsOf(tx, actor, params.day)),
  );
  api.route(
    {
      method: "get",
      path: "/spiff-months/{day}/statements/{id}",
      summary: "One member's statement of a month, each line with the line of the journal behind it.",
      scope: "read",
      params: dayParam.extend({ id: z.uuid().describe("Of the member") }),
      answer: statementView,
    },
    async ({ tx, actor, params }) =>
      statementViewOf(
        await statementOf(tx, actor, { memberId: params.id, day: params.day }),
        actor.workspace.timeZone,
      ),
  );
  api.route(
    {
      method: "get",
      path: "/spiff-months/{day}/looks",
      summary: "What about a month's facts is worth a look together before it is signed, by member.",
      scope: "read",
      params: dayParam,
      answer: looksView,
    },
    async ({ tx, actor, params }) => looksViewOf(await looksOf(tx, actor, params.day)),
  );
  api.route(
    {
      method: "put",
      path: "/spiff-months/{day}/signature",
      summary:
        "Sign a month that is over, by session alone: its statements stay as they are, and what changes comes with the next.",
      scope: "write",
      params: dayParam,
      body: z.object({ seen: z.string().max(64).describe("What GET /spiff-months/{day} said") }),
      answer: monthView,
      status: 201,
      orStatus: 200,
      alone: true,
    },
    async ({ tx, actor, identity, params, body }) => {
      refuseKeys(identity, BY_HAND);
      const { made } = await signMonth(tx, actor, params.day, body.seen);
      const months = await monthsOf(tx, actor);
      const signed = months.find(({ start, end }) => start <= params.day && params.day <= end);
      return told(made ? 201 : 200, monthViewOf(signed!));
    },
  );
  api.route(
    {
      method: "delete",
      path: "/spiff-months/{day}/signature",
      summary: "Take back the signature on the day it was given, by session alone.",
      scope: "write",
      params: dayParam,
      alone: true,
    },
    async ({ tx, actor, identity, params }) => {
      refuseKeys(identity, BY_HAND);
      await takeBackSignature(tx, actor, params.day);
    },
  );
  api.route(
    {
      method: "get",
      path: "/spiff-months/{day}/lines.csv",
      summary: "The statements of a month as a file, a line for each of theirs.",
      scope: "read",
      params: dayParam,
      query: ofWhom,
      download: "text/csv",
      answer: z.string(),
    },
    async ({ tx, actor, params, query }) => {
      const file = await spiffFile(tx, actor, { day: params.day, memberId: query.member });
      return fileAnswer(asCsv(file), CSV_TYPE, `${file.name}.csv`);
    },
  );
  api.route(
    {
      method: "get",
      path: "/spiff-months/{day}/statements.xlsx",
      summary: "The same as a workbook, with a sheet of what each comes to.",
      scope: "read",
      params: dayParam,
      query: ofWhom,
      download: XLSX_TYPE,
      answer: z.string(),
    },
    async ({ tx, actor, params, query }) => {
      const file = await spiffFile(tx, actor, { day: params.day, memberId: query.member });
      return fileAnswer(await asWorkbook(file), XLSX_TYPE, `${file.name}.xlsx`);
    },
  );
}

type SaidInBody = Omit<z.output<typeof changedSpiff>, "holds">;

function termsOf({ levels, untilDay, repCap, allCap, fromDay, ...said }: SaidInBody): SaidTerms {
  return {
    ...said,
    levels: levels ?? null,
    untilDay: untilDay ?? null,
    repCap: repCap ?? null,
    allCap: allCap ?? null,
    ...(fromDay !== undefined && { fromDay }),
  };
}
