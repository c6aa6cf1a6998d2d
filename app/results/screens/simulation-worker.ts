import { answer, type Question, type Told } from "../simulation.ts";

// Runs beside the page, which stays alive meanwhile.

addEventListener("message", ({ data }: MessageEvent<Question>) => answer(data, tell));

function tell(told: Told): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name.
  postMessage(told);
}
