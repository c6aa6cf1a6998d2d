import type { Tx } from "#lib/storage/database.ts";
import { newId } from "#lib/kernel/ids.ts";
import { dayIn } from "#lib/kernel/days.ts";
import { writeJournal, type Author } from "#lib/storage/journal.ts";
import type { Bounce } from "./bounce.ts";
import { SOFT_IN_A_ROW } from "./bounce.ts";
import { latestTo, markBounced, markNoted, unnotedCopies } from "./copy-store.ts";
import type { CopyRow, NewsletterRow } from "./letter-tables.ts";
import { insertResting } from "./rest-store.ts";

/** What has left stands on the timelines of those whom it went to; a newsletter moves no clock. */
export async function noteCopies(
  tx: Tx,
  author: Author,
  letter: Pick<NewsletterRow, "id" | "memberId" | "subject">,
): Promise<void> {
  const left = await unnotedCopies(tx, letter.id);
  await markNoted(
    tx,
    left.map(({ id }) => id),
    author.now,
  );
  await writeJournal(
    tx,
    author,
    left.flatMap(({ id, personId }) =>
      personId === null
        ? []
        : [
            {
              verb: "newsletter.sent",
              // As every letter: nobody can take it back, and it keeps nobody on the lists.
              subject: { kind: "letter", id },
              day: dayIn(author.now, author.workspace.timeZone),
              concerns: [personId],
              detail: { newsletterId: letter.id, personId, subject: letter.subject },
            },
          ],
    ),
  );
}

/** A copy came back, or its address was refused: a hard bounce lets the address rest, and so do several soft ones in a row. */
export async function noteBounce(
  tx: Tx,
  copy: Pick<CopyRow, "id" | "key">,
  { bounce, says, at }: { bounce: Exclude<Bounce, null>; says: string | null; at: Date },
): Promise<void> {
  await markBounced(tx, copy.id, { bounce, says, at });
  if (bounce === "soft") {
    const latest = await latestTo(tx, copy.key, SOFT_IN_A_ROW);
    if (latest.length < SOFT_IN_A_ROW || latest.some((each) => each.bounce !== "soft")) return;
  }
  await insertResting(tx, { id: newId(at), key: copy.key, why: bounce, says, at });
}
