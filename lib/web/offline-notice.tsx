import { useSyncExternalStore } from "react";
import css from "./states.module.css";

/** A line above the page while the device has no network. */
export function OfflineNotice() {
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  return (
    <div role="status">
      {!online && (
        <p className={css.offline}>You are offline. What is open can be read; save when you are back.</p>
      )}
    </div>
  );
}

function watchNetwork(changed: () => void): () => void {
  addEventListener("online", changed);
  addEventListener("offline", changed);
  return () => {
    removeEventListener("online", changed);
    removeEventListener("offline", changed);
  };
}
