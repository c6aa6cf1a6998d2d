import { sql } from "kysely";
import type { KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** A credit names its source by an id alone and is a sum of the company's: it stays, of nobody who has a name any more. */
export const creditKept: readonly KeptOf[] = [
  { table: "credit", called: "credits", about: ({ ids }) => sql`t.source_id = any(${ids}::uuid[])` },
  { table: "credit_rule", called: "rules of credit", words: ["reason"] },
  { table: "credit_dispute", called: "what was raised about credits", words: ["reason", "proposes"] },
  { table: "credit_decision", called: "what was decided about credits", words: ["reason"] },
];
