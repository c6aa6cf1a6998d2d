import type { Page } from "#lib/kernel/page.ts";
import { useRead } from "#lib/web/queries.ts";
import type { ReplyView } from "../newsletter-view.ts";
import { REPLIES_TODAY } from "../reply.ts";

/** Who answered one's letters and waits for a word, as many as Today shows. */
export function useRepliesWaiting() {
  return useRead<Page<ReplyView>>("/newsletter-replies", { mine: "true", limit: REPLIES_TODAY });
}
