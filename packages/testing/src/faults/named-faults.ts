import { existsSync, readFileSync } from "node:fs";
import { CORE_SCHEMA, load, YAMLException } from "js-yaml";
import { TestServerError } from "../errors.ts";
import { demandFit } from "../known-options.ts";
import * as is from "../shapes.ts";
import { specOperations } from "../spec/load-spec.ts";
import { BY_NUMBER, type Fault, type FaultRule, type OperationId } from "./fault.ts";
import { faults } from "./faults.ts";

/** The name of a fault, among `faults`. */
type FaultKind = keyof typeof faults;

/** How a fault is made of what a rule in a file says of it. */
interface Maker {
  readonly takes: is.Shapes;
  make(given: unknown, place: string): Fault;
}

function maker<Row extends is.Shapes>(takes: Row, make: (given: Partial<is.RowOf<Row>>) => Fault): Maker {
  return {
    takes,
    make(given, place) {
      demandFit(place, is.row(takes), given);
      return make(given);
    },
  };
}

/** Of what a rule does not say, each does a thing that real servers do. */
const MAKERS: Readonly<Record<FaultKind, Maker>> = {
  latency: maker({ ms: is.number() }, ({ ms = 500 }) => faults.latency(ms)),
  tooManyRequests: maker({ retryAfter: is.number() }, ({ retryAfter = 1 }) =>
    faults.tooManyRequests({ retryAfter }),
  ),
  serverError: maker(
    { status: is.word([500, 502, 503, 504] as const, 502), applied: is.flag() },
    ({ status, applied = false }) => faults.serverError(status, { applied }),
  ),
  requestLost: maker({}, faults.requestLost),
  answerLost: maker({}, faults.answerLost),
  bodyLost: maker({}, faults.bodyLost),
  truncatedJson: maker({}, faults.truncatedJson),
  emptyBody: maker({}, faults.emptyBody),
  wrongContentType: maker({ contentType: is.text() }, ({ contentType }) =>
    faults.wrongContentType(contentType),
  ),
  htmlPage: maker({}, faults.htmlPage),
  slowBody: maker({ ms: is.number() }, (given) => faults.slowBody(given)),
};

const KINDS = Object.keys(MAKERS).filter(isKind);

/** What happens to any server, and an integration has to get over. */
const BAD_DAY: readonly string[] = [
  "latency",
  "tooManyRequests",
  "serverError",
  "requestLost",
  "answerLost",
  "bodyLost",
];

function isKind(name: string): name is FaultKind {
  return Object.hasOwn(MAKERS, name);
}

/** A rule with a name to show, on or off at the start. */
export interface NamedRule {
  readonly name: string;
  readonly rule: FaultRule;
  readonly isOn: boolean;
}

/**
 * Reads what `--faults` says: names of faults, `bad-day`, or a file of rules. The rules of the file come first and are on. After
 * them comes every kind of fault, which strikes every tenth request by chance, and is on if it was named.
 *
 * @throws {TestServerError} `invalid_option`: neither names nor a file, or a file with a mistake in it.
 */
export function readFaults(text = ""): NamedRule[] {
  const names = text.split(",").map((name) => name.trim());
  const on: string[] = names.flatMap((name) => (name === "bad-day" ? BAD_DAY : [name]));
  const kinds = KINDS.map((name) => ({
    name,
    rule: { fault: MAKERS[name].make({}, name), chance: 0.1 },
    isOn: on.includes(name),
  }));
  if (text === "" || on.every(isKind)) return kinds;
  if (existsSync(text)) return [...parseRules(readFileSync(text, "utf8"), text), ...kinds];
  const known = `bad-day, ${KINDS.join(", ")}`;
  throw new TestServerError("invalid_option", `--faults ${text} is neither a file nor a list of ${known}.`);
}

/** When a rule of a file strikes. */
const WHEN = {
  operation: {
    wrongWith(id: unknown, path: string) {
      const isKnown = specOperations().operations.some(({ operation }) => operation.operationId === id);
      return isKnown ? undefined : { path, problem: `the spec has no operation "${id}"` };
    },
    usual: (): OperationId => "root_list",
  },
  method: is.text(),
  path: is.text(),
  ...BY_NUMBER,
};

/**
 * Reads rules from YAML or JSON: a list of them, each with the name of a `fault`, what that fault takes, and when it
 * strikes.
 *
 * @throws {TestServerError} `invalid_option`, naming the file and the rule.
 */
export function parseRules(text: string, fileName: string): NamedRule[] {
  const rules = parsed(text, fileName);
  if (!Array.isArray(rules)) {
    throw new TestServerError("invalid_option", `${fileName} must be a list of rules: - { fault: latency }.`);
  }
  return rules.map((values: unknown, index) => ruleOf(values, fileName, `rule ${index + 1}`));
}

function parsed(text: string, fileName: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const place = `${fileName} line ${(error.mark?.line ?? 0) + 1}`;
    throw new TestServerError("invalid_option", `${place}: ${error.reason}.`, { cause: error });
  }
}

function ruleOf(values: unknown, fileName: string, number: string): NamedRule {
  const place = `${fileName}, ${number}`;
  const kind: unknown = Object(values).fault;
  demandFit(`${place}: fault`, is.word(KINDS, "latency"), kind);
  const { takes, make } = MAKERS[kind];
  demandFit(place, is.row({ fault: is.text(), ...takes, ...WHEN }), values);
  const { fault: _, ...others } = values;
  const entries = Object.entries(others);
  const when = Object.fromEntries(entries.filter(([key]) => Object.hasOwn(WHEN, key)));
  demandFit(place, is.row(WHEN), when);
  const fault = make(Object.fromEntries(entries.filter(([key]) => Object.hasOwn(takes, key))), place);
  const words = Object.entries(when).map(([key, value]) => `${key} ${value}`);
  return { name: `${number}: ${[kind, ...words].join(", ")}`, rule: { fault, ...when }, isOn: true };
}
