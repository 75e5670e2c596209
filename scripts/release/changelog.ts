/** Returns what a changelog says of a version, without its heading; empty if it says nothing. */
export function entryOf(changelog: string, version: string): string {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((it) => it.split("\n", 1)[0]?.trim() === version) ?? "";
  return section.split("\n").slice(1).join("\n").trim();
}
