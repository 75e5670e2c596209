import type { Call, Made } from "./calls.ts";
import { Explanation } from "./explain.ts";
import { MODELS, type Model, type Things } from "./model.ts";
import type { Holdings } from "./scene.ts";

/**
 * Compares what the server holds with what the model makes of the calls.
 *
 * @returns What cannot be explained, in words: lost, doubled, reported and not done, or done and not reported.
 */
export function unexplained(before: Holdings, after: Holdings, made: readonly Made[]): string[] {
  const changes: string[] = [];
  const check = <Name extends keyof Things>(
    name: Name,
    firsts: readonly Things[Name][],
    lasts: readonly Things[Name][],
    model: Model<Things[Name]>,
  ): void => {
    for (const [number, first] of firsts.entries()) {
      const [last] = lasts.slice(number);
      const own = made.filter(({ call }) => model.calls.includes(call.do) && targetOf(call) === number);
      if (last !== undefined && new Explanation(own, model).exists(first, last)) continue;
      changes.push(`${name} ${number} went from ${JSON.stringify(first)} to ${JSON.stringify(last)}`);
    }
  };
  check("standing", before.standings, after.standings, MODELS.standing);
  check("backendId", before.backendIds, after.backendIds, MODELS.backendId);
  check("report", before.reports, after.reports, MODELS.report);
  check("usage", before.usages, after.usages, MODELS.usage);
  check("accounts", before.accounts, after.accounts, MODELS.accounts);
  return changes;
}

function targetOf(call: Call): number {
  return call.do === "ensure" ? call.user : call.on;
}
