import { Card } from "#lib/web/card.tsx";
import { moneyText } from "#lib/web/words.ts";
import type { GoalProposalsView } from "../goal-proposal-view.ts";
import { rangeText } from "./goal-proposal-words.ts";
import css from "./goal-proposal.module.css";

/** Ten reps who each reach the usual goal: what it adds up to in a year, by own shares or by published ones. */
export function TenReps({ ten }: { ten: GoalProposalsView["ten"] }) {
  const { reps, each, introductionsAMonth, introductionsAYear, clients, close, value } = ten;
  const share = `${percent(close.low)} to ${percent(close.high)} %`;
  return (
    <Card
      title={`Ten reps who each reach ${number(each)} bring ${number(introductionsAMonth)} introductions a month, ${number(introductionsAYear)} a year`}
      below={`${reps} × ${number(each)} × 12, from clients you have today.`}
    >
      <p className={css.figure}>{rangeText(clients)} clients a year</p>
      <p className={css.plain}>
        {close.source === null
          ? `By your own share: of ${close.n} introductions that are half a year old or older, ${share} become clients (90 % range).`
          : `Own introductions are too few to say: ${close.n} are half a year old. Until there are 20, by published figures, if each becomes an opportunity: ${close.source}. Of all leads by referral, those included that never became one, ${(LEAD_TO_DEAL * 100).toFixed(2)} % became clients (the same study, grade B): ${number(Math.round(introductionsAYear * LEAD_TO_DEAL))} a year.`}
      </p>
      {value === null ? (
        <p className={css.soft}>
          What that is in money is too early to say: {ten.deals} won by an introduction so far, and 20 make a
          mean.
        </p>
      ) : (
        <p className={css.plain}>
          A client won by an introduction was worth {moneyText(times(value.average, 1, HUNDRED))} on average
          (n = {value.deals}): {moneyText(times(value.average, clients.low, THOUSAND))} to{" "}
          {moneyText(times(value.average, clients.high, THOUSAND))}.
        </p>
      )}
    </Card>
  );
}

/** Customer and employee referrals: METHOD.md. */
const LEAD_TO_DEAL = 0.0363;

function number(count: number): string {
  return count.toLocaleString("en-GB");
}

function percent(share: number): string {
  return (share * 100).toFixed(share < 0.1 ? 1 : 0);
}

/** Rounded to what it is certain of. */
function times({ minor, currency }: { minor: number; currency: string }, count: number, to: number) {
  return { minor: Math.round((minor * count) / to) * to, currency };
}

const HUNDRED = 10_000;
const THOUSAND = 100_000;
