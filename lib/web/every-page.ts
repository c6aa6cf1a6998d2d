import type { Page } from "#lib/kernel/page.ts";

/** All there is, one page after the other. `readPage` gets what to ask for next, nothing at first. */
export async function everyPage<T>(readPage: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await readPage(cursor);
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}
