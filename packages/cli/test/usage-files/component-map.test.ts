import { expect, test } from "vitest";
import {
  checkComponents,
  parseComponentMap,
  parseComponentRule,
} from "../../src/usage-files/component-map.ts";
import { exact } from "../../src/usage-files/exact.ts";
import { monthNamed, monthOf, SlurmTimes } from "../../src/usage-files/month.ts";

test("a component is what is counted, in a unit of time, by a divisor", () => {
  const one = exact(1n);
  expect(parseComponentRule("cpu = billing:minutes / 60000")).toEqual({
    component: "cpu",
    counter: "billing",
    unitSeconds: 60n,
    divisor: exact(60000n),
  });
  expect(parseComponentRule(" gpu=gres/gpu:a100:hours/1.5 ")).toEqual({
    component: "gpu",
    counter: "gres/gpu:a100",
    unitSeconds: 3600n,
    divisor: exact(3n, 2n),
  });
  expect(parseComponentRule("cpu = cpu_hours")).toEqual({
    component: "cpu",
    counter: "cpu_hours",
    unitSeconds: undefined,
    divisor: one,
  });
});

test.each(["", "cpu", "cpu =", "= cpu", "cpu = cpu / 0", "cpu = cpu / x", "cpu = cpu * 2", "a b = cpu"])(
  "%j is not a component",
  (text) => {
    expect(() => parseComponentRule(text)).toThrow(/cpu = billing:minutes \/ 60000/);
  },
);

test("a map has a component per line, and comments", () => {
  const map = parseComponentMap(
    "# Slurm counts minutes\ncpu = cpu:minutes / 60000 # k-hours\r\n\ngpu = gres/gpu:minutes\n",
  );
  expect(map.map(({ component }) => component)).toEqual(["cpu", "gpu"]);
});

test("a component has one meaning, with a unit of time where time is counted, and without where it is not", () => {
  const rules = ["cpu = cpu:minutes", "cpu = billing:minutes"].map(parseComponentRule);
  expect(() => checkComponents(rules, true)).toThrow(/cpu is mapped twice/);
  expect(() => checkComponents(rules.slice(1), false)).toThrow(/leave out the unit of time/);
  expect(() => checkComponents([parseComponentRule("cpu = cpu")], true)).toThrow(/"cpu = cpu:minutes"/);
});

test("a month begins and ends by the clocks of its time zone, also where they change in it", () => {
  const { start, end } = monthNamed("2026-10", "Europe/Helsinki");
  expect([start, end].map((moment) => new Date(moment).toISOString())).toEqual([
    "2026-09-30T21:00:00.000Z",
    "2026-10-31T22:00:00.000Z",
  ]);
  expect(monthOf(new Date("2026-12-31T22:30:00Z"), "Europe/Helsinki").name).toBe("2027-01");
  expect(monthOf(new Date("2026-12-31T22:30:00Z"), "UTC").name).toBe("2026-12");
  expect(() => monthNamed("2026-13", "UTC")).toThrow(/Write the month as 2026-11/);
  expect(() => monthNamed("2026-11", "Mars")).toThrow(/no time zone "Mars"/);
});

test("Slurm's times are read by the clocks of the cluster, in summer and in winter", () => {
  const times = new SlurmTimes("Europe/Helsinki");
  const utc = (text: string) => new Date(times.momentOf(text) ?? Number.NaN).toISOString();
  expect(utc("2026-10-25T02:59:59")).toBe("2026-10-24T23:59:59.000Z");
  expect(utc("2026-10-25T04:00:00")).toBe("2026-10-25T02:00:00.000Z");
  expect(utc("1793318400")).toBe(new Date(1793318400_000).toISOString());
  expect(times.momentOf("Unknown")).toBeUndefined();
  expect(times.momentOf("2026-13-45T00:00:00")).toBeUndefined();
});
