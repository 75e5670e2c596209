import { TestServerError } from "../errors.ts";
import type { FakePuhuri } from "../fake/create-fake-puhuri.ts";
import type { JsonObject } from "../fake/state/values.ts";
import type { FaultSwitches } from "../faults/switches.ts";
import { demandFit } from "../known-options.ts";
import * as is from "../shapes.ts";

/** The longest the clock can be moved at once: a leap year. */
const MOST_MS = 366 * 24 * 3_600_000;

type Button = (sent: unknown, name: string, fake: FakePuhuri, faults: FaultSwitches) => void;

function button<Given>(
  takes: is.Shape<Given>,
  does: (given: Given, fake: FakePuhuri, faults: FaultSwitches) => void,
): Button {
  return (sent, name, fake, faults) => {
    demandFit(name, takes, sent);
    does(sent, fake, faults);
  };
}

const limits = is.recordOf(is.number());
const text = is.text();
const newAllocation = {
  name: text,
  limits,
  project: text,
  offering: text,
  plan: text,
  startDate: text,
  by: text,
};
const member = { project: text, user: text, role: is.word(["member", "manager", "admin"], "member") };
const order = is.full({ order: text });
const ms = is.numberThat("more than 0, and a year at most", (ms) => ms > 0 && ms <= MOST_MS);

/** What each button of the page does. */
const BUTTONS: Readonly<Record<string, Button>> = {
  order: button(is.rowWith(["name"], newAllocation), (given, { customer }) => customer.order(given)),
  change: button(is.full({ allocation: text, limits }), (given, { customer }) =>
    customer.changeLimits(given.allocation, given.limits),
  ),
  end: button(is.full({ allocation: text }), (given, { customer }) => customer.terminate(given.allocation)),
  approve: button(order, (given, { customer }) => customer.approve(given.order)),
  reject: button(order, (given, { customer }) => customer.reject(given.order)),
  cancel: button(order, (given, { customer }) => customer.cancel(given.order)),
  addMember: button(is.rowWith(["project", "user"], member), ({ project, user, role }, { customer }) =>
    customer.addMember(project, user, role),
  ),
  removeMember: button(is.full({ project: text, user: text }), ({ project, user }, { customer }) =>
    customer.removeMember(project, user),
  ),
  advance: button(is.full({ ms }), (given, fake) => fake.advance(given.ms)),
  reset: button(is.object(), (_, fake) => fake.reset()),
  fault: button(is.full({ name: text, isOn: is.flag() }), ({ name, isOn }, _, faults) => {
    if (faults.turn(name, isOn)) return;
    throw new TestServerError("invalid_option", `fault: there is no fault "${name}".`);
  }),
};

export function isButton(name: string): boolean {
  return Object.hasOwn(BUTTONS, name);
}

/**
 * Presses a button of the page. Fields that are left empty say nothing.
 *
 * @throws {TestServerError} `invalid_option`: what was sent with it makes no sense; `refused`, `unknown_row`.
 */
export function press(name: string, sent: JsonObject, fake: FakePuhuri, faults: FaultSwitches): void {
  const filled = Object.entries(sent).filter(([, value]) => value !== "");
  BUTTONS[name]?.(Object.fromEntries(filled), name, fake, faults);
}
