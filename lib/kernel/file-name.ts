const LONGEST = 200;

/** A file's name as people gave it, without the folders that some browsers send along; empty when nothing is left. */
export function cleanFileName(name: string): string {
  const last = name.replaceAll("\\", "/").split("/").at(-1) ?? "";
  return last
    .replaceAll(/\p{Cc}/gu, "")
    .trim()
    .slice(0, LONGEST);
}
