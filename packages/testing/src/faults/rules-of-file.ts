import { CORE_SCHEMA, load, YAMLException } from "js-yaml";
import { TestServerError } from "../errors.ts";
import { Given } from "../given.ts";
import { loadSpec } from "../spec/load-spec.ts";
import { indexOperations } from "../spec/operation-index.ts";
import type { FaultRule, OperationId } from "./fault.ts";
import { KINDS, makeFault } from "./kinds.ts";

/** A rule with what was written down of it. */
export interface NamedRule {
  readonly name: string;
  readonly rule: FaultRule;
}

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
  const given = new Given(typeof values === "object" && values !== null ? { ...values } : {}, place);
  const kind = given.oneOf("fault", KINDS) ?? given.fail(`it needs a fault: one of ${KINDS.join(", ")}`);
  const fault = makeFault(kind, given);
  const operation = given.text("operation");
  const when = {
    ...(operation !== undefined && { operation: operationOf(operation, given) }),
    ...present("method", given.text("method")),
    ...present("path", given.text("path")),
    ...present("skip", given.number("skip")),
    ...present("every", given.number("every")),
    ...present("first", given.number("first")),
    ...present("chance", given.number("chance")),
  };
  given.demandNothingElse();
  const words = Object.entries(when).map(([key, value]) => `${key} ${value}`);
  return { name: `${number}: ${[kind, ...words].join(", ")}`, rule: { fault, ...when } };
}

function present<Key extends string, Value>(key: Key, value: Value | undefined) {
  return value === undefined ? {} : { [key]: value };
}

function operationOf(id: string, given: Given): OperationId {
  return isOperation(id) ? id : given.fail(`the spec has no operation "${id}"`);
}

/** Read once: it is large. */
let operations: ReadonlySet<string> | undefined;

function isOperation(id: string): id is OperationId {
  operations ??= new Set(
    indexOperations(loadSpec()).operations.map(({ operation }) => operation.operationId),
  );
  return operations.has(id);
}
