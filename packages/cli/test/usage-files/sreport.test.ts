import { describe, expect, test } from "vitest";
import { read } from "./reading.ts";

const components = ["cpu = cpu:minutes / 60000", "gpu = gres/gpu:minutes/60000"];
const RULE = "-".repeat(80);
const HEADER = "Cluster|Account|Login|Proper Name|TRES Name|Used";

function report(
  rows: string,
  { unit = "TRES Minutes", header = HEADER, from = "2026-11-01T00:00:00", to = "2026-11-22T23:59:59" } = {},
): string {
  const title = `Cluster/Account/User Utilization ${from} - ${to} (1900800 secs)`;
  return [RULE, title, `Usage reported in ${unit}`, RULE, header, ...rows.split(" "), ""].join("\n");
}

describe("a report of sreport", () => {
  test("has totals in lines without a login, and does not add their users to them", async () => {
    const rows =
      "hpc|x|||cpu|180000 hpc|x|alice|Alice|cpu|120000 hpc|x|bob||cpu|60000 hpc|x|||gres/gpu|6000 hpc|x|bob||gres/gpu|0";
    expect(await read(report(rows), { components })).toEqual({
      x: { cpu: ["3", { alice: "2", bob: "1" }], gpu: "0.1" },
    });
  });

  test("counts for a parent what its children have used", async () => {
    const rows = "hpc|parent|||cpu|600 hpc|child|||cpu|600 hpc|child|alice||cpu|600";
    expect(await read(report(rows), { components })).toEqual({
      parent: { cpu: "0.01" },
      child: { cpu: ["0.01", { alice: "0.01" }] },
    });
  });

  test("is in the unit that it says, whatever the map's is", async () => {
    const total = async (unit: string) =>
      (await read(report("hpc|x|||cpu|60", { unit }), { components }))["x"];
    expect(await total("TRES Seconds")).toEqual({ cpu: "0.0000166666661" });
    expect(await total("CPU Minutes")).toEqual({ cpu: "0.001" });
    expect(await total("TRES Hours")).toEqual({ cpu: "0.06" });
  });

  test("may show percentages besides, and end its lines with a |", async () => {
    const unit = "TRES Minutes/Percentage of Total";
    expect(await read(report("hpc|x|||cpu|600(1.25%)", { unit }), { components })).toEqual({
      x: { cpu: "0.01" },
    });
    const ended = report("hpc|x|||cpu|600|", { header: `${HEADER}|` });
    expect(await read(ended, { components })).toEqual({ x: { cpu: "0.01" } });
  });

  test("adds up clusters, in one table or several, and refuses lines that occur twice", async () => {
    const [one, other] = [report("hpc|x|||cpu|600"), report("fat|x|||cpu|600")];
    expect(await read(one + other, { components })).toEqual({ x: { cpu: "0.02" } });
    await expect(read(one + one, { components })).rejects.toThrow(
      /^Line 12: an earlier line has the cpu of x already/,
    );
  });

  test("of some users only, such as those at the top, is refused", async () => {
    const rows = "hpc|x|alice||cpu|600 hpc|x|bob||cpu|600";
    await expect(read(report(rows), { components })).rejects.toThrow(/^Line 7: no line without a login/);
  });

  test("of processors only names no TRES", async () => {
    const header = "Cluster|Account|Login|Proper Name|Used|Energy";
    expect(await read(report("hpc|x|||600|0", { header, unit: "CPU Minutes" }), { components })).toEqual({
      x: { cpu: "0.01" },
    });
  });

  test("rounds each line, so parts may add up to more than their total: then their sum is the total", async () => {
    const rows = "hpc|x|||cpu|1199 hpc|x|alice||cpu|600 hpc|x|bob||cpu|600";
    expect(await read(report(rows), { components })).toEqual({
      x: { cpu: ["0.02", { alice: "0.01", bob: "0.01" }] },
    });
  });

  test("without usage has none", async () => {
    expect(await read(report("").replace(/\n\n$/, "\n"), { components })).toEqual({});
  });

  test.each([
    [
      report("hpc|x|||cpu|1", { from: "2026-11-22T00:00:00" }),
      /^Line 2: the report does not cover 2026-11 from its first day on/,
    ],
    [report("hpc|x|||cpu|1", { from: "2026-10-01T00:00:00" }), /^Line 2: the report does not cover 2026-11/],
    [report("hpc|x|||cpu|1", { to: "2026-12-15T00:00:00" }), /^Line 2: the report does not cover 2026-11/],
    [
      report("hpc|x|||cpu|1", { from: "01", to: "22" }),
      /^Line 2: it is not a row.* without SLURM_TIME_FORMAT/,
    ],
    [report("hpc_x_cpu_1"), /^Line 6: it is not a row.* Run sreport with -P/],
    [report("hpc|x|||cpu|1", { unit: "Percentage of Total" }), /^Line 3: it has percentages/],
    [report("hpc|x|||cpu|1%"), /^Line 6: "1%" is not an amount/],
    [report("hpc|x|||cpu"), /^Line 6: it has 5 columns, but the header has 6/],
    [`${HEADER}\nhpc|x|||cpu|1`, /^Line 2: nothing above it says/],
    ["hpc|x|||cpu|1", /does not show what the file is/],
  ])("that cannot be used is refused (%#)", async (text, message) => {
    await expect(read(text, { components })).rejects.toThrow(message);
  });

  test("needs rules that say which components its figures are", async () => {
    await expect(read(report("hpc|x|||cpu|1"))).rejects.toThrow(/--component "cpu = cpu:minutes/);
  });

  test("may begin at the month's start by the server's clocks", async () => {
    const text = report("hpc|x|||cpu|600", { from: "2026-11-01T02:00:00" });
    expect(await read(text, { components, timeZone: "Europe/Helsinki" })).toEqual({ x: { cpu: "0.01" } });
  });
});
