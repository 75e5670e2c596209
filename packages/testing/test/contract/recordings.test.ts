import { describe, expect, test } from "vitest";
import { loadSpec } from "../../src/spec/load-spec.ts";
import { createContract } from "./contract.ts";
import type { Violation } from "./exchange.ts";
import { isKnownTo } from "./generations.ts";
import { LENIENCIES } from "./leniencies.ts";
import { type RecordedExchange, readRecordings, SERVERS } from "./recorded-exchanges.ts";

const spec = loadSpec();

function addressOf({ method, url }: RecordedExchange): string {
  return `${method} ${url.replace(/\?.*/, "").replace(/[0-9a-f]{32}/g, "{uuid}")}`;
}

function lines(exchange: RecordedExchange, violations: readonly Violation[]): string[] {
  return violations.map(({ path, message }) => `${exchange.where} ${exchange.status} ${path} ${message}`);
}

describe.each(SERVERS)("$directories", ({ directories, dialect }) => {
  const contract = createContract(spec, { dialect });
  const judged = readRecordings(directories).map((exchange) => ({ exchange, ...contract.check(exchange) }));
  const inside = judged.filter(({ operationId }) => operationId !== undefined);

  test("exchanges belong to the spec, but for addresses it does not have", () => {
    const outside = new Map<string, number>();
    for (const { exchange } of judged.filter(({ operationId }) => operationId === undefined)) {
      outside.set(addressOf(exchange), (outside.get(addressOf(exchange)) ?? 0) + 1);
    }
    const counts = [...outside].map(([address, count]) => `  ${count} × ${address}`);
    console.log(
      [
        `${directories.join(", ")}: ${inside.length} of ${judged.length} exchanges belong to the spec. Outside:`,
        ...counts,
      ].join("\n"),
    );
    expect(inside.length / judged.length).toBeGreaterThan(0.7);
  });

  test("every answer is as the spec says", () => {
    const wrong = inside.flatMap(({ exchange, violations }) =>
      lines(
        exchange,
        violations.filter(({ where }) => where === "response"),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test("every request that succeeded is as the spec says, but for known leniencies of the server", () => {
    const known = Object.keys(LENIENCIES[dialect]);
    const seen = new Set<string>();
    const wrong = inside
      .filter(({ exchange }) => exchange.status < 300)
      .flatMap(({ exchange, operationId, violations }) =>
        lines(
          exchange,
          violations.filter(({ where, path }) => {
            const leniency = `${operationId} ${path.replace(/\/\d+/g, "/n")}`;
            if (where === "request") seen.add(leniency);
            return where === "request" && !known.includes(leniency);
          }),
        ),
      );
    expect(wrong).toEqual([]);
    expect([...seen].sort()).toEqual(known.sort());
  });

  test("every write of the generation was recorded", () => {
    const recorded = new Set(inside.map(({ operationId }) => operationId));
    const missing = contract.operations
      .map(({ operation }) => operation)
      .filter((operation) => operation["x-repeat"] !== undefined && isKnownTo("2024-10", operation))
      .filter(({ operationId }) => !recorded.has(operationId));
    expect(missing.map(({ operationId }) => operationId)).toEqual([]);
  });
});
