import type { Page } from "#lib/kernel/page.ts";
import { Go } from "#lib/web/go.tsx";
import { useRead } from "#lib/web/queries.ts";
import { capital, counted } from "#lib/web/words.ts";
import type { Me } from "#team/me-view.ts";
import type { GiftView } from "../gift-view.ts";
import { giftsWaiting } from "../gift.ts";
import css from "./gifts.module.css";

/** A small line where one looks anyway: gifts to decide about, and those of one's own that may be given. Nothing while there are none. */
export function GiftsWaiting({ me }: { me: Me }) {
  const { decide, give } = useGiftsWaiting(me);
  if (decide + give === 0) return null;
  const said = [
    decide > 0 && `${counted(decide, "gift waits", "gifts wait")} for your yes or no`,
    give > 0 && `${counted(give, "gift is", "gifts are")} approved and not given yet`,
  ].filter((each) => each !== false);
  return (
    <p className={css.soft}>
      <Go to="/gifts">{capital(said.join(", "))}</Go>
    </p>
  );
}

/** How many wait for this member's yes or no, and how many of theirs may be given. */
export function useGiftsWaiting(me: Me): { decide: number; give: number } {
  const gifts = useRead<Page<GiftView>>("/gifts", { state: "waits", limit: 100 }).data?.items ?? [];
  return giftsWaiting(gifts, me.member.id);
}
