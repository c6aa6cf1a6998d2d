import { authenticate, type AuthenticateResult } from "mailauth";

/** How a message came in, as far as it speaks for its sender. */
export type Came =
  /** From that server, which called itself `helo` and named `sender` in the envelope. */
  { by: "smtp"; ip: string; helo: string; sender: string } | { by: "imap" };

/** Asks the DNS: records as node:dns answers them. Throws with a code "ENOTFOUND" or "ENODATA" for none. */
export type Resolve = (name: string, type: string) => Promise<string[] | string[][]>;

/**
 * Whether the domain in From answers for the message: by DKIM, or by SPF for the server that brought it. `trusted` is the
 * authserv-id (RFC 8601) of a mail server before us that has looked already, and takes such headers of others' out.
 */
export async function proofOf(
  bytes: Uint8Array,
  came: Came,
  { resolve, trusted }: { resolve: Resolve; trusted: string | null },
): Promise<boolean> {
  const looked = trusted === null ? null : trustedWord(headOf(bytes), trusted);
  if (looked !== null) return looked;
  const found = await authenticate(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    resolver: resolve,
    mta: "askwell",
    disableArc: true,
    disableBimi: true,
    ...(came.by === "smtp" && { ip: came.ip, helo: came.helo, sender: came.sender }),
  });
  return isProven(found);
}

/** DMARC's own word where the domain has one; else DKIM or SPF of the same domain, without any words left unsigned. */
function isProven({ dkim, spf, dmarc }: AuthenticateResult): boolean {
  const [from, ...more] = dkim.headerFrom ?? [];
  const domain = from === undefined ? "" : domainOf(from);
  if (domain === "" || more.length > 0) return false;
  const signed = dkim.results.some(
    ({ status }) => status.result === "pass" && Boolean(status.aligned) && !status.underSized,
  );
  const sent = spf !== false && spf.status.result === "pass" && isAligned(spf.domain, domain);
  if (dmarc === false || dmarc.status.result === "none") return signed || sent;
  return dmarc.status.result === "pass" && (signed || Boolean(dmarc.alignment?.spf?.result));
}

/** The word of that server, or null where it says nothing: its own header is the topmost that bears its name. */
function trustedWord(head: string, trusted: string): boolean | null {
  const fields = head.replaceAll(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const valuesOf = (name: string) =>
    fields.flatMap((line) =>
      line.toLowerCase().startsWith(`${name}:`) ? line.slice(name.length + 1).trim() : [],
    );
  const said = valuesOf("authentication-results").find(
    (value) => /^"?([^\s";]+)/.exec(value)?.[1]?.toLowerCase() === trusted.toLowerCase(),
  );
  if (said === undefined) return null;
  const [from, ...more] = valuesOf("from");
  const domain = domainOf(/([^\s<>"]+@[^\s<>"]+)>?\s*$/.exec(from ?? "")?.[1] ?? "");
  if (domain === "" || more.length > 0) return false;
  return said
    .replaceAll(/\([^()]*\)/g, " ")
    .split(";")
    .some((result) => {
      const value = (property: string) =>
        new RegExp(`\\b${property.replace(".", String.raw`\.`)}\\s*=\\s*"?([^\\s";]+)`, "i").exec(
          result,
        )?.[1] ?? "";
      const passes = (method: string, ...properties: string[]) =>
        new RegExp(`^\\s*${method}\\s*=\\s*pass\\b`, "i").test(result) &&
        properties.some((property) => isAligned(domainOf(value(property)), domain));
      return (
        passes("dmarc", "header.from") ||
        passes("dkim", "header.d", "header.i") ||
        passes("spf", "smtp.mailfrom")
      );
    });
}

/** The same domain, or one within the other. */
function isAligned(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a !== "" && b !== "" && (a === b || a.endsWith(`.${b}`) || (b.endsWith(`.${a}`) && a.includes(".")));
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

function headOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 512 * 1024)).toString(
    "latin1",
  );
  const end = /\r?\n\r?\n/.exec(head);
  return end ? head.slice(0, end.index) : head;
}
