import { cleanLine } from "./mail-words.ts";
import type { DeliveryReport } from "./incoming.ts";

const ACTIONS = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;
const MOST_RECIPIENTS = 100;

/** RFC 3464: the part message/delivery-status; a block about the message, then one for each recipient. */
export function deliveryReports(status: string): DeliveryReport[] {
  const blocks = status
    .slice(0, 200_000)
    .replaceAll(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n/);
  return blocks.flatMap(reportOf).slice(0, MOST_RECIPIENTS);
}

function reportOf(block: string): DeliveryReport[] {
  const fields = new Map<string, string>();
  for (const line of block.replaceAll(/\n[ \t]+/g, " ").split("\n")) {
    const [, name, value] = /^([\w-]+)\s*:\s*(.*)$/.exec(line) ?? [];
    if (name && value !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value);
  }
  const said = fields.get("action")?.trim().toLowerCase();
  const action = ACTIONS.find((each) => each === said);
  if (!action) return [];
  const recipient = addressIn(fields.get("original-recipient")) ?? addressIn(fields.get("final-recipient"));
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get("status") ?? "")?.[0] ?? null;
  const diagnostic = fields.get("diagnostic-code")?.replace(/^[\w-]+\s*;\s*/, "");
  return [{ recipient, action, status, says: diagnostic ? cleanLine(diagnostic, 500) || null : null }];
}

/** "rfc822; somebody@example.com", or the address alone. */
function addressIn(value: string | undefined): string | null {
  return /([^\s;<>"]+@[^\s;<>"]+)/.exec(value ?? "")?.[1]?.toLowerCase() ?? null;
}
