import { z, type Api } from "#lib/http/api.ts";
import { dayAsked, idParam } from "#lib/http/shapes.ts";
import { bytesOf } from "#lib/http/body.ts";
import { Problem } from "#lib/kernel/problem.ts";
import { MOST_FILE_BYTES } from "./calendar-file.ts";
import { countriesWithHolidays, nameOfList, publicHolidays } from "./country-days-reader.ts";
import { addHoliday, removeHoliday, returnHoliday } from "./holiday-actions.ts";
import {
  addCountry,
  bringHolidayFile,
  returnHolidayList,
  takeBackHolidayList,
} from "./holiday-list-actions.ts";
import { type HolidayListRow, listHolidayLists } from "./holiday-list-store.ts";
import { type HolidayRow, listHolidays } from "./holiday-store.ts";
import {
  broughtView,
  countriesView,
  fileView,
  holidayListView,
  type HolidayListView,
  holidayView,
  type HolidayView,
  proposedView,
} from "./holiday-view.ts";

const year = z.coerce.number().int().min(1970).max(2100);
const code = z.string().min(1).max(20);
const whose = z.uuid().nullable().default(null).describe("A member; null: everybody.");

export function holidayRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/holidays",
      summary: "The days off of a year: everybody's, and those of a member where one is named.",
      scope: "read",
      query: z.object({ year: year.optional(), member: z.uuid().optional() }),
      answer: z.object({ items: z.array(holidayView), nextCursor: z.null() }),
    },
    async ({ tx, actor, query }) => {
      const of = query.year ?? Number(actor.today.slice(0, 4));
      const asked = { from: `${of}-01-01`, to: `${of}-12-31`, memberId: query.member ?? null };
      return { items: (await listHolidays(tx, asked)).map(viewOf), nextCursor: null };
    },
  );
  api.route(
    {
      method: "post",
      path: "/holidays",
      summary: "Add one day off, for everybody or a member.",
      scope: "admin",
      body: z.object({ day: dayAsked, name: z.string(), memberId: whose }),
      answer: holidayView,
      status: 201,
    },
    async ({ tx, actor, body }) => viewOf(await addHoliday(tx, actor, body)),
  );
  api.route(
    {
      method: "get",
      path: "/holidays/countries",
      summary: "Countries whose public holidays are known, and their parts that have some of their own.",
      scope: "read",
      answer: countriesView,
    },
    async () => ({ items: await countriesWithHolidays(), nextCursor: null }),
  );
  api.route(
    {
      method: "get",
      path: "/holidays/proposed",
      summary: "The public holidays of a country in a year, to look at before they are added.",
      scope: "read",
      query: z.object({ country: code, region: code.optional(), year: year.optional() }),
      answer: proposedView,
    },
    async ({ actor, query }) => {
      const { country, region = null } = query;
      const name = await nameOfList(country, region);
      const items = await publicHolidays(country, region, query.year ?? Number(actor.today.slice(0, 4)));
      return { name, items, nextCursor: null };
    },
  );
  api.route(
    {
      method: "delete",
      path: "/holidays/{id}",
      summary: "A day is worked after all.",
      scope: "admin",
      params: idParam,
    },
    async ({ tx, actor, params }) => removeHoliday(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/holidays/{id}/return",
      summary: "A day that was removed is off again.",
      scope: "admin",
      params: idParam,
      answer: holidayView,
    },
    async ({ tx, actor, params }) => viewOf(await returnHoliday(tx, actor, params.id)),
  );
  listRoutes(api);
}

function listRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/holiday-lists",
      summary:
        "Countries and files that days off came from: everybody's, and those of a member where one is named.",
      scope: "read",
      query: z.object({ member: z.uuid().optional() }),
      answer: z.object({ items: z.array(holidayListView), nextCursor: z.null() }),
    },
    async ({ tx, query }) => ({
      items: (await listHolidayLists(tx, query.member ?? null)).map(listViewOf),
      nextCursor: null,
    }),
  );
  api.route(
    {
      method: "post",
      path: "/holiday-lists",
      summary:
        "Add the public holidays of a country, this year and the next two; they are renewed each year.",
      scope: "admin",
      body: z.object({ country: code, region: code.nullable().default(null), memberId: whose }),
      answer: broughtView,
      status: 201,
    },
    async ({ tx, actor, body }) => {
      const { added, ...list } = await addCountry(tx, actor, body);
      return { ...listViewOf(list), added };
    },
  );
  api.route(
    {
      method: "post",
      path: "/holiday-files",
      summary: "Bring a calendar file (.ics): its bytes are the body, its all-day events become days off.",
      scope: "admin",
      query: z.object({ name: z.string().min(1).max(1_000), member: z.uuid().optional() }),
      upload: { most: MOST_FILE_BYTES, media: "text/calendar" },
      answer: fileView,
      status: 201,
    },
    async ({ tx, actor, query, request }) => {
      // A transaction that is done again cannot read the body again.
      if (request.bodyUsed) throw new Problem("unavailable", "the file did not come through; bring it again");
      const bytes = await bytesOf(request, MOST_FILE_BYTES);
      const file = { name: query.name, bytes, memberId: query.member ?? null };
      const { added, timed, unread, ...list } = await bringHolidayFile(tx, actor, file);
      return { ...listViewOf(list), added, timed, unread };
    },
  );
  api.route(
    {
      method: "delete",
      path: "/holiday-lists/{id}",
      summary: "Take a country's list or a file back, with all of its days.",
      scope: "admin",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackHolidayList(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/holiday-lists/{id}/return",
      summary: "A list that was taken back holds again.",
      scope: "admin",
      params: idParam,
      answer: holidayListView,
    },
    async ({ tx, actor, params }) => listViewOf(await returnHolidayList(tx, actor, params.id)),
  );
}

function viewOf({ listId, listName, ...row }: HolidayRow): HolidayView {
  return { ...row, list: listId === null ? null : { id: listId, name: listName ?? "" } };
}

function listViewOf(row: HolidayListRow): HolidayListView {
  const { id, kind, name, country, region, untilYear, memberId, days } = row;
  return { id, from: kind, name, country, region, untilYear, memberId, days };
}
