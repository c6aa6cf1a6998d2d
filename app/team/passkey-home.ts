/**
 * The name that passkeys are bound to, and the address a browser must show for them. A passkey cannot be bound to a bare IP
 * address: on the machine itself "localhost" stands in for it; elsewhere there is none (null) until ASKWELL_URL has a name.
 */
export function passkeyHome(url: string): { id: string; origin: string } | null {
  const { hostname, origin, port, protocol } = new URL(url);
  if (hostname === "127.0.0.1" || hostname === "[::1]") {
    return { id: "localhost", origin: `${protocol}//localhost${port === "" ? "" : `:${port}`}` };
  }
  if (/^[\d.]+$|^\[/.test(hostname)) return null;
  return { id: hostname, origin };
}
