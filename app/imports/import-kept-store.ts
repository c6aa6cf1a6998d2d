import { sql, type RawBuilder } from "kysely";
import { ERASED_NAME, type KeptOf, type Somebody } from "#lib/storage/kept-of-somebody.ts";

/** What this room keeps of somebody, and how it goes. */
export const importKept: readonly KeptOf[] = [
  {
    // A file cannot be read here row by row: of a file that is still there and spoke of them, all goes. It can be brought again.
    table: "import_file",
    called: "files that were brought",
    about: (who) => sql`t.import_id in (${importsWith(who)})`,
    shown: () => sql`false`,
    forget: (_, theirs) => sql`delete from import_file as t where ${theirs}`,
  },
  {
    table: "import",
    called: "imports that spoke of them",
    about: (who) => sql`t.id in (${importsWith(who)})`,
    shown: () => sql`false`,
    forget: (_, theirs) => sql`update import as t set samples = '[]' where ${theirs}`,
    words: ["samples"],
  },
  { table: "import", called: "imports", words: ["file_name", "headers", "header_key", "mapping", "failure"] },
  {
    table: "import_row",
    called: "rows of files",
    about: isTheirRow,
    forget: (_, theirs) => sql`
      update import_row as t set title = ${ERASED_NAME}, before = null, reason = null, kept = null where ${theirs}`,
    words: ["reason", "title", "before", "kept"],
  },
  {
    // The first row of a file without headings stands for them.
    table: "import_memory",
    called: "how files were read",
    about: ({ named }) =>
      sql`coalesce(t.header_key ~* ${named}::text or t.mapping::text ~* ${named}::text, false)`,
    shown: () => sql`false`,
    forget: (_, theirs) => sql`delete from import_memory as t where ${theirs}`,
    words: ["header_key", "mapping"],
  },
  {
    table: "external_id",
    called: "what other systems said of them",
    about: ({ ids }) => sql`t.kind = 'person' and t.subject_id = any(${ids}::uuid[])`,
    forget: (_, theirs) => sql`delete from external_id as t where ${theirs}`,
    words: ["said"],
  },
];

function isTheirRow({ ids, named }: Somebody): RawBuilder<unknown> {
  return sql`(t.subject_kind = 'person' and t.subject_id = any(${ids}::uuid[])) or coalesce(t.title ~* ${named}::text, false)`;
}

function importsWith(who: Somebody): RawBuilder<unknown> {
  return sql`select t.import_id from import_row t where t.workspace_id = ${who.workspaceId}::uuid and (${isTheirRow(who)})`;
}
