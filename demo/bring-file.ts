import type { ImportRowView, ImportView } from "#imports/import-view.ts";
import type { CastName, TestHouse } from "./test-house.ts";

/** Somebody of the cast bringing files, for tests: each step waits until its job has run. */
export interface Bringer {
  bring(name: string, content: string | Uint8Array): Promise<ImportView>;
  map(one: ImportView, said: object): Promise<ImportView>;
  apply(one: ImportView): Promise<ImportView>;
  undo(one: ImportView): Promise<ImportView>;
  find(id: string): Promise<ImportView>;
  rows(one: ImportView, filter?: string): Promise<ImportRowView[]>;
  /** Every page of a list. */
  all<T>(path: string): Promise<T[]>;
}

export function bringerIn(t: TestHouse, who: CastName): Bringer {
  const find = async (id: string) => (await t.get(who, `/imports/${id}`)).body as ImportView;
  const after = async (method: string, path: string, status: number, body?: unknown) => {
    const answer = await t.as(who, method, path, body);
    if (answer.status !== status)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    await t.runJobs();
    return find((answer.body as ImportView).id);
  };
  const all = async <T>(path: string): Promise<T[]> => {
    const items: T[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const asked: string = `${path}${path.includes("?") ? "&" : "?"}limit=100&cursor=${cursor}`;
      const page = (await t.get(who, asked)).body as { items: T[]; nextCursor: string | null };
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  };
  return {
    bring: (name, content) => after("POST", `/imports?name=${encodeURIComponent(name)}`, 201, content),
    map: (one, said) => after("PUT", `/imports/${one.id}/mapping`, 202, said),
    apply: (one) => after("PUT", `/imports/${one.id}/application`, 202),
    undo: (one) => after("DELETE", `/imports/${one.id}/application`, 202),
    find,
    rows: (one, filter = "") => all<ImportRowView>(`/imports/${one.id}/rows?${filter}`),
    all,
  };
}
