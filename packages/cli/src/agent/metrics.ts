import type { Hooks } from "@puhuri/sdk";
import { Counter, Gauge, Registry } from "prom-client";

/** Outcomes after which there is something left to do. */
export const OPEN_OUTCOMES: readonly string[] = ["waiting", "deferred", "failed"];

/** How an offering is doing. */
export interface OfferingHealth {
  readonly uuid: string;
  readonly everyMs: number;
  /** In milliseconds since 1970; 0 for never. */
  readonly lastGoodPass: number;
  readonly lastGoodReport: number;
  /** What is not done yet, by the uuid of the allocation or user, and since when. */
  readonly waiting: ReadonlyMap<string, { readonly since: number; readonly outcome: string }>;
}

/** Counts what happens, and shows it to Prometheus. */
export interface Metrics {
  readonly hooks: Hooks;
  outcome(offering: string, kind: string, outcome: string): void;
  failure(offering: string, error: unknown): void;
  program(offering: string, program: string, ended: string): void;
  /** The text that Prometheus reads. */
  text(): Promise<string>;
}

/** @param healths - Of the offerings that are served now. */
export function createMetrics(healths: () => readonly OfferingHealth[]): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name: `puhuri_agent_${name}`, help, labelNames, registers });
  const outcomes = counter("outcomes_total", "Outcomes of allocations and users, by kind of work", [
    "offering",
    "kind",
    "outcome",
  ]);
  const failures = counter("failures_total", "What went wrong, by the code of the error", [
    "offering",
    "code",
  ]);
  const programs = counter("programs_total", "Programs that were run, by how they ended", [
    "offering",
    "program",
    "ended",
  ]);
  const requests = counter("requests_total", "Requests to Puhuri, by operation and answer", [
    "operation",
    "status",
  ]);

  const gauge = (
    name: string,
    help: string,
    set: (health: OfferingHealth, gauge: Gauge) => void,
    label?: string,
  ) =>
    new Gauge({
      name: `puhuri_agent_${name}`,
      help,
      labelNames: label === undefined ? ["offering"] : ["offering", label],
      registers,
      collect() {
        this.reset();
        for (const health of healths()) set(health, this);
      },
    });
  gauge(
    "waiting",
    "Allocations and users that are not done yet, by their outcome in the last pass",
    ({ uuid, waiting }, it) => {
      for (const outcome of OPEN_OUTCOMES) {
        const among = [...waiting.values()].filter((one) => one.outcome === outcome);
        it.set({ offering: uuid, outcome }, among.length);
      }
    },
    "outcome",
  );
  gauge("waiting_since_seconds", "When the oldest of them was first seen; 0 if nothing waits", (health, it) =>
    it.set({ offering: health.uuid }, oldestOf(health) / 1000),
  );
  gauge(
    "last_good_pass_seconds",
    "When the last pass that could list what waits ended; 0 for never",
    (health, it) => it.set({ offering: health.uuid }, health.lastGoodPass / 1000),
  );
  gauge("last_good_report_seconds", "When all usage was last reported; 0 for never", (health, it) =>
    it.set({ offering: health.uuid }, health.lastGoodReport / 1000),
  );

  return {
    hooks: {
      onResponse: ({ operation, status }) => requests.inc({ operation, status }),
      onEnd: ({ operation, error }) => {
        // Requests with an answer are counted above.
        if (error !== undefined && !("status" in Object(error))) requests.inc({ operation, status: "none" });
      },
    },
    outcome: (offering, kind, outcome) => outcomes.inc({ offering, kind, outcome }),
    failure: (offering, error) => failures.inc({ offering, code: codeOf(error) }),
    program: (offering, program, ended) => programs.inc({ offering, program, ended }),
    text: () => registry.metrics(),
  };
}

function oldestOf({ waiting }: OfferingHealth): number {
  return waiting.size === 0 ? 0 : Math.min(...[...waiting.values()].map(({ since }) => since));
}

function codeOf(error: unknown): string {
  const { code, name } = Object(error);
  return typeof code === "string" ? code : typeof name === "string" ? name : "unknown";
}
