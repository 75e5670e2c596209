import type { FakePuhuri } from "../fake/create-fake-puhuri.ts";
import type { FaultSwitches } from "../faults/switches.ts";
import type { Given } from "../given.ts";

const PROJECT_ROLES = ["member", "manager", "admin"] as const;

/** The longest the clock can be moved at once: a leap year. */
const MOST_MS = 366 * 24 * 3_600_000;

/** What each button of the page does. */
const BUTTONS: Readonly<Record<string, (fake: FakePuhuri, given: Given, faults: FaultSwitches) => void>> = {
  order({ customer }, given) {
    customer.order({
      name: given.name("name"),
      limits: given.numbers("limits"),
      ...optional("project", given.text("project")),
      ...optional("offering", given.text("offering")),
      ...optional("plan", given.text("plan")),
      ...optional("startDate", given.text("startDate")),
      ...optional("by", given.text("by")),
    });
  },
  change: ({ customer }, given) => {
    customer.changeLimits(given.name("allocation"), given.numbers("limits"));
  },
  end: ({ customer }, given) => {
    customer.terminate(given.name("allocation"));
  },
  approve: ({ customer }, given) => {
    customer.approve(given.name("order"));
  },
  reject: ({ customer }, given) => {
    customer.reject(given.name("order"));
  },
  cancel: ({ customer }, given) => {
    customer.cancel(given.name("order"));
  },
  addMember: ({ customer }, given) => {
    customer.addMember(given.name("project"), given.name("user"), given.oneOf("role", PROJECT_ROLES));
  },
  removeMember: ({ customer }, given) => {
    customer.removeMember(given.name("project"), given.name("user"), given.oneOf("role", PROJECT_ROLES));
  },
  advance(fake, given) {
    const ms = given.number("ms") ?? 0;
    if (!(ms > 0 && ms <= MOST_MS)) given.fail("ms must be more than 0, and a year at most");
    fake.advance(ms);
  },
  reset: (fake) => fake.reset(),
  fault(_fake, given, faults) {
    const name = given.name("name");
    if (!faults.turn(name, given.flag("isOn"))) given.fail(`there is no fault "${name}"`);
  },
};

export function isButton(name: string): boolean {
  return Object.hasOwn(BUTTONS, name);
}

/**
 * Presses a button of the page.
 *
 * @throws {TestServerError} `invalid_option`: what was sent with it makes no sense; `refused`, `unknown_row`.
 */
export function press(name: string, given: Given, fake: FakePuhuri, faults: FaultSwitches): void {
  BUTTONS[name]?.(fake, given, faults);
}

/** Fields that are left empty say nothing. */
function optional<Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>>;
function optional(key: string, value: string | undefined): Partial<Record<string, string>> {
  return value === undefined || value === "" ? {} : { [key]: value };
}
