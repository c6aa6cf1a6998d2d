import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, firstVisit, openBrowserHouse, visitAs, type BrowserHouse } from "#demo/browser-house.ts";

let b: BrowserHouse;
let cookie = "";
let bo = "";

beforeAll(async () => {
  b = await openBrowserHouse();
  cookie = await firstVisit(b);
  for (const fullName of ["Anna Albers", "Anna Müller", "Bo Brandt"])
    bo = await made("/people", { fullName });
});
afterAll(() => b?.close());

it("a typed line tells of meetings and touches too, is corrected, written down and taken back", async () => {
  const { page, complaints } = await visitAs(b, cookie, { size: "phone" });
  const planned = await made("/meetings", { personId: bo, day: "2026-11-18", time: "09:00" });
  await page.goto("/");
  const told = async (line: string) => {
    await page.keyboard.press("/");
    const bar = page.getByRole("combobox", { name: "Search, or say what to do" });
    await bar.fill(line);
    return { bar, sheet: page.getByRole("dialog") };
  };
  await page.getByRole("heading", { level: 1 }).waitFor();

  const met = await told("met Bo today, wants a pilot");
  await met.sheet.getByText("Write down: met Bo Brandt, today").first().waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await met.bar.press("Enter");
  await page.getByText("Bo Brandt: written down.").first().waitFor();
  expect(await get(`/meetings/${planned}`)).toMatchObject({ outcome: "held", note: "wants a pilot" });
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect.poll(async () => (await get(`/meetings/${planned}`)).outcome).toBeNull();

  const ahead = await told("meeting with Anna on Friday 10:00");
  await ahead.sheet.getByText("Which one?").first().waitFor();
  await ahead.bar.press("Enter");
  await ahead.sheet.getByRole("option", { name: "Anna Albers" }).click();
  await ahead.sheet
    .getByText(/Write down: meeting with Anna Albers, .* 10:00/)
    .first()
    .waitFor();
  await ahead.sheet.getByRole("option", { name: /^Write down/ }).click();
  await page.getByText("Anna Albers: written down.").first().waitFor();
  expect((await get("/meetings?stage=ahead")).items).toMatchObject([{ day: "2026-11-20", time: "10:00" }]);

  const card = await told("wrote a card to Bo Brandt yesterday");
  await card.sheet.getByText("Write down: handwritten note: Bo Brandt, yesterday").first().waitFor();
  await card.bar.press("Enter");
  await page
    .getByText(/Bo Brandt: .*note/i)
    .first()
    .waitFor();
  expect((await get(`/touches?person=${bo}`)).items).toMatchObject([
    { kind: "handwritten-note", day: "2026-11-17" },
  ]);
  expect(complaints).toEqual([]);
});

async function made(path: string, body: object): Promise<string> {
  const answer = await b.send("POST", path, body, { cookie });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

async function get(path: string) {
  return (await b.send("GET", path, undefined, { cookie })).body;
}
