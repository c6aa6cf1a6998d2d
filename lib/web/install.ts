const QUIET_AFTER_MS = 1_000;

/** Keeps the app itself on this device, once the page has what it needs. Where a browser cannot, nothing is missing but that. */
export function keepApp(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
}

function soon(): void {
  setTimeout(() => void register(), QUIET_AFTER_MS);
}

async function register(): Promise<void> {
  try {
    await navigator.serviceWorker.register("/service-worker.js");
  } catch {
    // A private window, or a certificate of one's own making: the app works, and needs the network to open.
  }
}
