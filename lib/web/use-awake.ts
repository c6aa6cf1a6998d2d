import { useEffect } from "react";

/** Keeps the device's screen from going dark as long as the component stands; quietly nothing where a browser or a low battery forbids it. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let left = false;
    const ask = async () => {
      if (document.hidden || lock?.released === false) return;
      try {
        lock = await navigator.wakeLock.request("screen");
        if (left) await lock.release();
      } catch {
        // Then the screen goes dark as it always does.
      }
    };
    // A page that is hidden loses it.
    const back = () => void ask();
    void ask();
    document.addEventListener("visibilitychange", back);
    return () => {
      left = true;
      document.removeEventListener("visibilitychange", back);
      void lock?.release().catch(() => undefined);
    };
  }, []);
}
