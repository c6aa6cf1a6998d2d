import { Go } from "#lib/web/go.tsx";
import css from "./account-slot.module.css";
import { useMe } from "./use-me.ts";

/** Who is signed in, at the end of the navigation; leads to one's account. */
export function AccountSlot() {
  const me = useMe();
  if (me === undefined) return null;
  return (
    <div className={css.slot}>
      {me.workspace.story === "demo" && (
        <Go to="/welcome" className={css.own}>
          This is the demo. Make your own workspace
        </Go>
      )}
      <Go to="/account" className={css.me}>
        <span className={css.name}>{me.member.name}</span>
        <span className={css.workspace}>{me.workspace.name}</span>
      </Go>
    </div>
  );
}
