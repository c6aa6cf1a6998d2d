/** "Thanked Oskar Ott for Jens Kohl" */
export function thankedFor(personName: string, contactNames: readonly string[]): string {
  const whom = new Intl.ListFormat("en-GB").format(contactNames);
  return whom === "" ? `Thanked ${personName}` : `Thanked ${personName} for ${whom}`;
}
