import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { readToken, writeToken } from "#team/link-token.ts";

/** Makes links to pages, and knows which ones it made. Nothing of a link is kept: whoever may send it can read it again. */
export interface PageLinks {
  linkTo(workspaceId: string, pageId: string): string;
  /** Null for anything that was not signed here. */
  read(token: string): { workspaceId: string; pageId: string } | null;
}

/** `url` is where people reach the house, `secret` what it signs with. */
export function createPageLinks({ url, secret }: { url: string; secret: string }): PageLinks {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "askwell shared page", 32));
  const sign = (workspaceId: string, pageId: string) =>
    createHmac("sha256", key).update(`${workspaceId} ${pageId}`).digest();
  return {
    // Behind "#": what fetches the address, a mail scanner say, gets an empty page and leaves no trace of the link anywhere.
    linkTo: (workspaceId, pageId) => {
      const secretPart = sign(workspaceId, pageId).toString("base64url");
      return `${url.replace(/\/$/, "")}/for#${writeToken({ workspaceId, id: pageId, secret: secretPart })}`;
    },
    read: (token) => {
      const link = readToken(token);
      if (link === null) return null;
      const given = Buffer.from(link.secret, "base64url");
      const right = sign(link.workspaceId, link.id);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
      return { workspaceId: link.workspaceId, pageId: link.id };
    },
  };
}
