import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";

export const feedView = z
  .object({ link: z.string().describe("Whoever has it sees the calendar"), madeAt: z.iso.datetime() })
  .openapi("CalendarFeed");
export type FeedView = z.infer<typeof feedView>;

export const readCalendarView = z
  .object({
    id: z.uuid(),
    kind: z.enum(["link", "file"]),
    name: z.string().nullable(),
    shown: z.string().nullable().describe("Of a link as much as shows which it is"),
    givenAt: z.iso.datetime(),
    triedAt: z.iso.datetime().nullable(),
    readAt: z.iso.datetime().nullable(),
    events: z.int().nullable().describe("In a file, whoever they are with"),
    nextAt: z.iso.datetime().nullable(),
    reading: z.boolean().describe("It is about to be read"),
    trouble: z.string().nullable(),
  })
  .openapi("ReadCalendar");
export type ReadCalendarView = z.infer<typeof readCalendarView>;

export const myCalendarView = z
  .object({
    feed: feedView.nullable(),
    link: readCalendarView.nullable(),
    next: readCalendarView.nullable().describe("Given since: it is read in its place once it could be read"),
    files: z.array(readCalendarView),
  })
  .openapi("MyCalendar");
export type MyCalendarView = z.infer<typeof myCalendarView>;

export const calendarFileView = z
  .object({
    calendar: readCalendarView,
    events: z.int().describe("Events in it within two years, whoever they are with"),
    meetings: z.int(),
    touches: z.int(),
  })
  .openapi("CalendarFile");
export type CalendarFileView = z.infer<typeof calendarFileView>;

export const takenBackView = z
  .object({
    takenBack: z.int().describe("How much there was"),
    at: z.iso.datetime().describe("By it all of this is noticed again"),
  })
  .openapi("CalendarTakenBack");
export type TakenBackView = z.infer<typeof takenBackView>;

export const noticedView = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    personName: z.string(),
    day,
    time: z.string().nullable(),
    became: z.enum(["meeting", "touch"]),
    meetingId: z.uuid().nullable(),
    state: z.enum(["noticed", "called-off", "taken-back"]),
  })
  .openapi("NoticedEvent");
export type NoticedView = z.infer<typeof noticedView>;
