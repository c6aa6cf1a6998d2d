import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";
import type { Check } from "#lib/storage/verify.ts";
import { canonicalText } from "./spiff-content.ts";
import { booksOf } from "./spiff-month.ts";
import { signedLines, signedTakers, standingPayouts } from "./spiff-payout-store.ts";
import { standingSpiffs } from "./spiff-store.ts";

/** What was signed says still what was signed, and what it is made of is in the journal. */
export const spiffChecks: readonly Check[] = [
  { name: "signed SPIFF statements against their hash, and the journal's", mistakes: mistakenSignatures },
  {
    name: "lines of SPIFF statements against the journal",
    mistakes: async (tx) => {
      const w = tx.workspaceId;
      const { rows } = await sql<{ what: string }>`
        select 'a statement of ' || p.start_day || ' names the line ' || l.line_id || ', which is another day''s or another member''s' as what
          from spiff_line l
          join spiff_statement s on s.workspace_id = l.workspace_id and s.id = l.statement_id
          join spiff_payout p on p.workspace_id = s.workspace_id and p.id = s.payout_id
          left join journal j on j.workspace_id = l.workspace_id and j.id = l.line_id
         where l.workspace_id = ${w} and l.line_id is not null
           and (j.id is null or j.day <> l.fact_day or j.undoes is not null
                or coalesce(j.member_id, (j.detail ->> 'memberId')::uuid) <> s.member_id)
        union all
        select 'the rule ' || v.spiff_id || ' has no version 1, or two of one number'
          from spiff_version v where v.workspace_id = ${w}
         group by v.spiff_id having min(v.number) <> 1 or count(*) <> count(distinct v.number)
        union all
        select 'the statement ' || s.id || ' comes to less than nothing'
          from spiff_statement s join spiff_line l on l.workspace_id = s.workspace_id and l.statement_id = s.id
         where s.workspace_id = ${w} group by s.id, l.currency having sum(l.minor) < 0
         limit 100`.execute(tx.tables());
      return rows.map(({ what }) => what);
    },
  },
];

async function mistakenSignatures(tx: Tx): Promise<string[]> {
  const payouts = await standingPayouts(tx);
  if (payouts.length === 0) return [];
  const ids = payouts.map(({ id }) => id);
  const spiffs = await standingSpiffs(tx);
  const [takers, lines, journal] = await Promise.all([
    signedTakers(tx, ids),
    signedLines(tx, { payoutIds: ids }),
    hashesInJournal(tx, ids),
  ]);
  const last = payouts.at(-1)!;
  const { signed } = booksOf(spiffs, payouts, last.end, last.calendar);
  return payouts.flatMap((payout) => {
    const own = lines.filter(({ payoutId }) => payoutId === payout.id);
    const used = new Set([
      ...(signed.get(payout.id) ?? []).map(({ version }) => version.id),
      ...own.flatMap(({ versionId }) => versionId ?? []),
    ]);
    const text = canonicalText({
      workspaceId: tx.workspaceId,
      payoutId: payout.id,
      start: payout.start,
      end: payout.end,
      calendar: payout.calendar,
      signedBy: payout.byId,
      signedAt: payout.at,
      rules: spiffs.flatMap(({ core, versions }) =>
        versions.filter(({ id }) => used.has(id)).map((version) => ({ ...core, ...version })),
      ),
      statements: takers
        .filter(({ payoutId }) => payoutId === payout.id)
        .map(({ memberId, role }) => ({
          memberId,
          role,
          entries: own.filter((line) => line.memberId === memberId),
        })),
    });
    const hash = createHash("sha256").update(text, "utf8").digest("hex");
    const said = `the SPIFF statements from ${payout.start} to ${payout.end}`;
    if (hash !== payout.hash)
      return [`${said} are not what ${payout.byName} signed: their hash is ${hash}, not ${payout.hash}`];
    return journal.get(payout.id) === payout.hash ? [] : [`${said} carry another hash than the journal`];
  });
}

async function hashesInJournal(tx: Tx, ids: readonly string[]): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ id: string; hash: string | null }>`
    select subject_id as id, detail ->> 'hash' as hash from journal
     where workspace_id = ${tx.workspaceId} and subject_id = any(${ids}::uuid[]) and verb = 'spiff.signed' and undoes is null`.execute(
    tx.tables(),
  );
  return new Map(rows.map(({ id, hash }) => [id, hash]));
}
