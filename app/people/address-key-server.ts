import { createHash } from "node:crypto";

/** By which an address is known again when its owner's record is long gone. */
export function addressKey(workspaceId: string, email: string): string {
  return createHash("sha256").update(`${workspaceId} ${email.toLowerCase()}`).digest("hex");
}
