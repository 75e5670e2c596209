/** How a test ended on a host; undefined where it was not run. */
export type Ending = "passed" | "failed" | undefined;

export interface Table {
  readonly hosts: readonly { readonly name: string; readonly isInstalled: boolean }[];
  readonly tests: readonly string[];
  ending(host: string, test: string): Ending;
}

const MARKS = { passed: "✓", failed: "✗", "not run": "–" };

/** Draws a table host × test, a line for each test. */
export function drawn({ hosts, tests, ending }: Table): string {
  const width = Math.max(...tests.map((test) => test.length));
  const cells = (texts: readonly string[]): string =>
    texts.map((text, i) => text.padEnd(hosts[i]?.name.length ?? 0)).join("  ");
  const rows = tests.map((test) => {
    const marks = hosts.map(({ name }) => MARKS[ending(name, test) ?? "not run"]);
    return `${test.padEnd(width)}  ${cells(marks)}`;
  });
  const missing = hosts.filter(({ isInstalled }) => !isInstalled).map(({ name }) => `${name}: not installed`);
  const head = `${"".padEnd(width)}  ${cells(hosts.map(({ name }) => name))}`;
  return [head, ...rows, ...missing].map((line) => line.trimEnd()).join("\n");
}
