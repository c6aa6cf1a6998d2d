import { Go } from "#lib/web/go.tsx";
import css from "./chain-link.module.css";

export const ChainOfPerson = ({ id }: { id: string }) => <ChainLink of="person" id={id} />;
export const ChainOfReferral = ({ id }: { id: string }) => <ChainLink of="referral" id={id} />;
export const ChainOfDeal = ({ id }: { id: string }) => <ChainLink of="deal" id={id} />;

/** The way to the chain's picture, from the page of somebody or something in it. */
function ChainLink({ of, id }: { of: "person" | "referral" | "deal"; id: string }) {
  return (
    <p className={css.link}>
      <Go to={`/chain/${of}/${id}`}>Where this came from, and what grew from it</Go>
    </p>
  );
}
