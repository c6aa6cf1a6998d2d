/** What a link carries: where to look, and the secret that proves it was sent to whoever holds it. */
export interface LinkToken {
  workspaceId: string;
  id: string;
  /** 43 characters of base64url. */
  secret: string;
}

/** The workspace stands in it, so that the link is looked up behind that workspace's wall. */
export function writeToken({ workspaceId, id, secret }: LinkToken): string {
  return `${bare(workspaceId)}${bare(id)}${secret}`;
}

/** Null for anything that is no token. */
export function readToken(text: string): LinkToken | null {
  const match = /^([0-9a-f]{32})([0-9a-f]{32})([\w-]{43})$/.exec(text.trim());
  if (!match) return null;
  return {
    workspaceId: dashed(match[1] as string),
    id: dashed(match[2] as string),
    secret: match[3] as string,
  };
}

function bare(id: string): string {
  return id.replaceAll("-", "");
}

function dashed(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
