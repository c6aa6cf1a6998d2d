import { openFilledDatabase, type TestDatabase } from "#lib/storage/test-database.ts";
import { findDemo, openStoryWorkspace, tellStory, type OpenedStory } from "./tell.ts";

/** When the story is told to tests: Wednesday, 2026-11-18. */
export const TOLD_AT = new Date("2026-11-18T10:00:00Z");

/** The told workspace in a database of one's own; told once for all test files of a run, which takes a minute. */
export async function openToldDatabase(): Promise<TestDatabase & { told: OpenedStory }> {
  const test = await openFilledDatabase("told", async (database) => {
    const { workspaceId } = await openStoryWorkspace(database, TOLD_AT);
    await database.write(workspaceId, (tx) => tellStory(tx, TOLD_AT));
  });
  const told = await findDemo(test.database);
  if (told === null) throw new Error("the story is not there");
  return { ...test, told };
}
