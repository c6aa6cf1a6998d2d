/** Where mail to us comes in, "askwell@in.example.com"; with a token after a plus it is somebody's own. */
export interface OurAddress {
  /** In small letters. */
  address: string;
  withToken(token: string): string;
  /** "" for the address itself, the token for one with a plus, null for anybody else's. */
  tokenIn(address: string): string | null;
}

/** `address` is one that readSettings let through. */
export function ourAddress(address: string): OurAddress {
  const own = address.toLowerCase();
  const at = own.lastIndexOf("@");
  const [local, host] = [own.slice(0, at), own.slice(at + 1)];
  return {
    address: own,
    withToken: (token) => `${local}+${token}@${host}`,
    tokenIn: (said) => {
      const small = said.toLowerCase();
      if (small === own) return "";
      if (!small.startsWith(`${local}+`) || !small.endsWith(`@${host}`)) return null;
      const token = small.slice(local.length + 1, -(host.length + 1));
      return /^[a-z0-9]{1,40}$/.test(token) ? token : null;
    },
  };
}
