import type { Assumptions } from "./assumptions.ts";
import type { ImportKind, Mapping } from "./fields.ts";
import type { Counts, ImportState, RowAction, RowBefore, SubjectKind } from "./import.ts";

export interface ImportTables {
  import: {
    workspace_id: string;
    id: string;
    file_name: string;
    byte_count: number;
    content_hash: string;
    headers: string[];
    samples: string[][];
    header_key: string;
    format: string | null;
    kind: ImportKind | null;
    mapping: Mapping | null;
    state: ImportState;
    counts: Counts | null;
    assumptions: Assumptions | null;
    kept: number;
    failure: string | null;
    job_id: string | null;
    act_id: string | null;
    at: Date;
    by_id: string;
    applied_at: Date | null;
    undone_at: Date | null;
  };
  import_file: { workspace_id: string; import_id: string; part: number; bytes: Buffer };
  import_row: {
    workspace_id: string;
    import_id: string;
    line: number;
    action: RowAction;
    reason: string | null;
    title: string | null;
    subject_kind: SubjectKind | null;
    subject_id: string | null;
    before: RowBefore | null;
    kept: string | null;
  };
  import_memory: {
    workspace_id: string;
    header_key: string;
    kind: ImportKind;
    mapping: Mapping;
    at: Date;
    by_id: string;
  };
  external_id: {
    workspace_id: string;
    system: string;
    kind: SubjectKind;
    external_id: string;
    subject_id: string;
    import_id: string;
    said: unknown;
  };
}
