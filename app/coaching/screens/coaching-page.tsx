import { Loading } from "#lib/web/loading.tsx";
import { useMe } from "#team/screens/use-me.ts";
import { CoachingTabs } from "./coaching-tabs.tsx";
import { LeaderCoaching, ManagerCoaching } from "./my-people.tsx";
import { MyCoaching } from "./my-coaching.tsx";
import css from "./coaching.module.css";

/** One's own coaching; whom one coaches and who is due; and for a leader who was coached, when and on what. */
export function CoachingPage() {
  const me = useMe();
  if (me === undefined) return <Loading lines={6} />;
  const { role } = me.member;
  return (
    <div className={css.page}>
      <CoachingTabs />
      {role === "rep" && <MyCoaching me={me} />}
      {role === "manager" && <ManagerCoaching me={me} />}
      {role === "leader" && <LeaderCoaching me={me} />}
    </div>
  );
}
