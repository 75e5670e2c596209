import { createFakePuhuri, parseSeed } from "@puhuri/testing";
import { type Measured, measure } from "./measure.ts";

/** How long a fake takes from the text of its seed until it answers; ten times the rows should take ten times as long. */
export function benchmarkSeeding(counts: readonly number[], rounds: number): Promise<Measured[]> {
  return measure(
    counts.map((count) => {
      const yaml = seedOf(count);
      return {
        name: `${count.toLocaleString("en")} allocations`,
        run: async () => createFakePuhuri({ dialect: "current", seed: parseSeed(yaml) }),
      };
    }),
    rounds,
  );
}

function seedOf(count: number): string {
  const allocations = Array.from(
    { length: count },
    (_, index) => `  - { name: a-${index}, state: OK, backend_id: hpc-${index}, usages: { cpu: ${index} } }`,
  );
  return ["guide: true", "allocations:", ...allocations].join("\n");
}
