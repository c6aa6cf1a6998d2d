import type { QueryClient } from "@tanstack/react-query";

/** Who is signed in, as far as the building must know. */
export interface SignedIn {
  member: { id: string };
}

export const ME = "/me";

/** As far as this page has read it. */
export function memberIdIn(client: QueryClient): string | undefined {
  return client.getQueryData<SignedIn>([ME, {}])?.member.id;
}
