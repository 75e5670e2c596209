import { parseArgs } from "node:util";
import { holdInvoices } from "../usage/money/money.ts";
import { holdToModel } from "./property.ts";
import { SERVERS } from "./scene.ts";
import { Tally } from "./tally.ts";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "10000" }, seed: { type: "string" } },
});
const runs = Number(values.runs);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
console.log(`Two SDK clients over faulty servers, ${runs} runs, seed ${seed}.\n`);

const all = new Tally();
const startedAt = performance.now();
for (const [number, server] of SERVERS.entries()) {
  const tally = new Tally();
  const add = (run: Parameters<Tally["add"]>[0]) => {
    tally.add(run);
    all.add(run);
  };
  await holdToModel({ server, runs: Math.ceil(runs / SERVERS.length), seed: seed + number, tally: { add } });
  console.log(`${server}\n${tally}\n`);
}
const months = Math.ceil(runs * 0.3);
await holdInvoices({ runs: months, seed });
console.log(
  `${months} stories of months with changes of plan, marks and zones: the invoices say what was used.\n`,
);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
console.log(`All\n${all}\nNothing lost, nothing doubled, every outcome said as it was. ${seconds} s.`);
