import type { Day } from "#lib/kernel/days.ts";
import { shortDay } from "#lib/kernel/day-words.ts";
import type { Query } from "#lib/web/api.ts";
import { Go } from "#lib/web/go.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { moneyText } from "#lib/web/words.ts";
import { ORIGIN_LABELS } from "#referrals/origin-words.ts";
import type { OrderView } from "../orders-view.ts";
import { FactPages } from "./fact-pages.tsx";
import figures from "./figures.module.css";

/** Which number of deals won was pressed. */
export interface OpenedOrders {
  title: string;
  /** "North, from 2 to 29 November" */
  about: string;
  query: Query;
  /** What to say where there is none. */
  empty?: string;
}

/** The deals won behind a number; each leads to its page. */
export function OrdersSheet({
  opened,
  today,
  onClose,
}: {
  opened: OpenedOrders | null;
  today: Day;
  onClose: () => void;
}) {
  return (
    <Sheet title={opened?.title ?? ""} opened={opened !== null} onClose={onClose}>
      {opened !== null && (
        <>
          <p className={figures.soft}>{opened.about}</p>
          <FactPages<OrderView>
            path="/results/orders"
            query={opened.query}
            empty={opened.empty ?? "No deal was won there in this time."}
            render={(order) => (
              <>
                <Go to={`/deals/${order.id}`} onClick={onClose}>
                  {order.name}
                </Go>
                <p className={figures.soft}>{orderText(order, today)}</p>
              </>
            )}
          />
        </>
      )}
    </Sheet>
  );
}

function orderText({ day, account, member, origin, kind, amount }: OrderView, today: Day): string {
  return [
    shortDay(day, today),
    account.name,
    amount === null ? "no amount" : moneyText(amount),
    ORIGIN_LABELS[origin],
    ...(kind === "upgrade" ? ["had bought before"] : []),
    member.name,
  ].join(" · ");
}
