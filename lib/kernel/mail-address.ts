/** A mailto: address as RFC 6068 wants it: everything but the "@" encoded, lines ended by CR LF. */
export function mailAddress(
  to: readonly string[],
  subject: string,
  body: string,
  { bcc = [] }: { bcc?: readonly string[] } = {},
): string {
  const hidden = bcc.length > 0 ? `bcc=${listed(bcc)}&` : "";
  return `mailto:${listed(to)}?${hidden}subject=${encoded(subject)}&body=${encoded(body.replaceAll(/\r?\n/g, "\r\n"))}`;
}

function listed(addresses: readonly string[]): string {
  return addresses.map((each) => encoded(each).replaceAll("%40", "@")).join(",");
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
