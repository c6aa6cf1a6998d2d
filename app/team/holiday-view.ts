import { z } from "#lib/http/api.ts";
import { HOLIDAY_ORIGINS } from "./holiday.ts";

const memberId = z.uuid().nullable().describe("Whose day off it is; null: everybody's.");

export const holidayView = z
  .object({
    id: z.uuid(),
    day: z.iso.date(),
    name: z.string(),
    memberId,
    from: z.enum(HOLIDAY_ORIGINS),
    list: z
      .object({ id: z.uuid(), name: z.string() })
      .nullable()
      .describe("The list or file that it came with."),
  })
  .openapi("Holiday");
export type HolidayView = z.infer<typeof holidayView>;

export const holidayListView = z
  .object({
    id: z.uuid(),
    from: z.enum(["country", "file"]),
    name: z.string(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    untilYear: z.int().nullable().describe("Of a country's list: the last year that is there."),
    memberId,
    days: z.int().describe("How many of its days are off."),
  })
  .openapi("HolidayList");
export type HolidayListView = z.infer<typeof holidayListView>;

export const broughtView = holidayListView
  .extend({ added: z.int().describe("How many days are new by this call.") })
  .openapi("HolidayListBrought");

export const fileView = holidayListView
  .extend({
    added: z.int().describe("How many days are new by this call."),
    timed: z.int().describe("Events with a time of day, which are no days off."),
    unread: z.int().describe("Events that could not be understood."),
  })
  .openapi("HolidayFile");
export type HolidayFileView = z.infer<typeof fileView>;

export const proposedView = z.object({
  name: z.string().describe("The country, and the part of it."),
  items: z.array(z.object({ day: z.iso.date(), name: z.string() })),
  nextCursor: z.null(),
});
export type ProposedView = z.infer<typeof proposedView>;

const place = z.object({ code: z.string(), name: z.string() });
export const countriesView = z.object({
  items: z.array(place.extend({ regions: z.array(place) })),
  nextCursor: z.null(),
});
export type CountriesView = z.infer<typeof countriesView>;
