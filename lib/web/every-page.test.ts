import { expect, it } from "vitest";
import type { Page } from "#lib/kernel/page.ts";
import { everyPage } from "./every-page.ts";

it.each([0, 1, 100, 101, 250])("reads all %i of a list, each once and in order", async (count) => {
  const list = Array.from({ length: count }, (_, at) => at);
  let asked = 0;
  const readPage = async (cursor = "0"): Promise<Page<number>> => {
    asked += 1;
    const end = Number(cursor) + 100;
    return { items: list.slice(Number(cursor), end), nextCursor: end < count ? String(end) : null };
  };
  expect(await everyPage(readPage)).toEqual(list);
  expect(asked).toBe(Math.max(1, Math.ceil(count / 100)));
});

it("fails when one page fails, rather than stop there", async () => {
  await expect(everyPage(firstAlone)).rejects.toThrow("lost");
});

async function firstAlone(cursor?: string): Promise<Page<number>> {
  if (cursor !== undefined) throw new Error("lost");
  return { items: [1], nextCursor: "next" };
}
