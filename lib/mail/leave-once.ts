import { conflict, Problem } from "#lib/kernel/problem.ts";
import type { Letter, Mailer } from "./send.ts";

/** How a letter is marked, each at once and outside the transaction of the job that sends it. */
export interface Marks {
  /** Before its first byte goes out; false where it may not leave any more. */
  handed: () => Promise<boolean>;
  /** It has not left after all. */
  notHanded: () => Promise<void>;
  accepted: () => Promise<void>;
}

/**
 * Hands a letter over at most once. "doubtful": the connection broke after its last byte, so that nobody knows; it is never sent
 * again by itself. Throws what the mailer throws, and Problem conflict saying `why` where it may not leave.
 */
export async function leaveOnce(
  mailer: Mailer,
  letter: Letter,
  marks: Marks,
  why: string,
): Promise<"accepted" | "doubtful"> {
  const begins = async () => {
    if (!(await marks.handed())) throw conflict(why);
  };
  try {
    await mailer.send(letter, { begins });
  } catch (error) {
    if (error instanceof Problem && error.facts?.["mayHaveLeft"]) return "doubtful";
    if (!(error instanceof Problem && error.kind === "conflict")) await marks.notHanded();
    throw error;
  }
  await marks.accepted();
  return "accepted";
}
