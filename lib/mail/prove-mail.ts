import { authenticate, type AuthenticateResult } from "mailauth";
import { resultsIn, serverIn, type AuthenticationResult } from "./authentication-results.ts";
import { addressesIn } from "./read-mail.ts";

/** How a message came in, as far as it speaks for its sender. */
export type Came =
  /** From that server, which called itself `helo` and named `sender` in the envelope. */
  { by: "smtp"; ip: string; helo: string; sender: string } | { by: "imap" };

/** Asks the DNS: records as node:dns answers them. Throws with a code "ENOTFOUND" or "ENODATA" for none. */
export type Resolve = (name: string, type: string) => Promise<string[] | string[][]>;

/**
 * Whether the domain of `writer`, who stands in From, answers for the message: by DKIM, or by SPF for the server that brought it. `trusted` is the
 * authserv-id (RFC 8601) of a mail server before us that has looked already, and takes such headers of others' out.
 */
export async function proofOf(
  bytes: Uint8Array,
  came: Came,
  writer: string,
  { resolve, trusted }: { resolve: Resolve; trusted: string | null },
): Promise<boolean> {
  const looked = trusted === null ? null : trustedWord(headOf(bytes), writer, trusted);
  if (looked !== null) return looked;
  const found = await authenticate(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    resolver: resolve,
    mta: "askwell",
    disableArc: true,
    disableBimi: true,
    ...(came.by === "smtp" && { ip: came.ip, helo: came.helo, sender: came.sender }),
  });
  return isProven(found, writer);
}

/** DMARC's own word where the domain has one; else DKIM or SPF of the same domain, without any words left unsigned. */
function isProven({ dkim, spf, dmarc }: AuthenticateResult, writer: string): boolean {
  const [from, ...more] = dkim.headerFrom ?? [];
  const domain = domainOf(writer);
  if (from === undefined || domainOf(from) !== domain || more.length > 0) return false;
  const signed = dkim.results.some(
    ({ status }) => status.result === "pass" && Boolean(status.aligned) && !status.underSized,
  );
  const sent = spf !== false && spf.status.result === "pass" && isAligned(spf.domain, domain);
  if (dmarc === false || dmarc.status.result === "none") return signed || sent;
  return dmarc.status.result === "pass" && (signed || Boolean(dmarc.alignment?.spf?.result));
}

/** The word of that server, or null where it says nothing: its own header is the topmost that bears its name. */
function trustedWord(head: string, writer: string, trusted: string): boolean | null {
  const fields = head.replaceAll(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const valuesOf = (name: string) =>
    fields.flatMap((line) => {
      const [, key = "", value = ""] = /^([^\s:]+)[ \t]*:(.*)$/.exec(line) ?? [];
      return key.toLowerCase() === name ? value.trim() : [];
    });
  const said = valuesOf("authentication-results").find((value) => serverIn(value) === trusted.toLowerCase());
  if (said === undefined) return null;
  const froms = valuesOf("from");
  const [from, ...more] = froms.flatMap(addressesIn);
  if (froms.length !== 1 || from?.address !== writer || more.length > 0) return false;
  const speaksFor = ({ properties }: AuthenticationResult, ...names: string[]) =>
    names.some((name) => isAligned(domainOf(properties.get(name) ?? ""), domainOf(writer)));
  return (resultsIn(said) ?? []).some((each) => {
    if (each.result !== "pass") return false;
    if (each.method === "dmarc") return speaksFor(each, "header.from");
    if (each.method === "dkim") return speaksFor(each, "header.d", "header.i");
    return each.method === "spf" && speaksFor(each, "smtp.mailfrom");
  });
}

/** The same domain, or one within the other. */
function isAligned(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return (
    [a, b].every((name) => /^[^\s@<>"=;()]+$/.test(name)) &&
    (a === b || a.endsWith(`.${b}`) || (b.endsWith(`.${a}`) && a.includes(".")))
  );
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
