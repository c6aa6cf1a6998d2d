/** Whether a page could not be drawn because a part of it was not fetched: the three browsers' words for a failed import(), and Vite's for a style sheet that goes with it. */
export function isMissingPart(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|module script failed|unable to preload css/i.test(error.message)
  );
}
