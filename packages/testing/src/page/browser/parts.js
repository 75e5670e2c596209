import { button, make, press } from "./elements.js";
import { askForLimits } from "./wish.js";

const KINDS = {
  OK: "good",
  done: "good",
  Erred: "bad",
  erred: "bad",
  rejected: "bad",
  Terminated: "over",
  canceled: "over",
};
const stateOf = ({ state: word }) => make("span", { className: `state ${KINDS[word] ?? ""}` }, word);
const amounts = (values) =>
  Object.entries(values).map(([type, amount]) =>
    make("div", { className: "amount" }, `${type} ${Number(amount).toLocaleString("en")}`),
  );
const named = ({ name, uuid, offering, project }) => [
  make("div", {}, name),
  make("div", { className: "quiet" }, `${offering}, ${project}`),
  make("div", { className: "uuid" }, uuid),
];
const wrongOf = ({ error_message: text }) => (text ? make("div", { className: "quiet" }, text) : "");

function allocationButtons(row, offerings) {
  const buttons = [];
  if (row.state === "OK") {
    const offering = offerings.find(({ uuid }) => uuid === row.offering_uuid);
    buttons.push(button("Change", row.name, () => askForLimits(row, offering)));
  }
  if (row.state === "OK" || row.state === "Erred") {
    buttons.push(button("End", row.name, () => press("end", { allocation: row.uuid })));
  }
  return buttons.length === 0 ? "" : make("div", { className: "row" }, ...buttons);
}

function orderButtons(row) {
  const about = `${row.type} ${row.allocation}`;
  const act = (text) => button(text, about, () => press(text.toLowerCase(), { order: row.uuid }));
  const buttons = row.state === "pending-consumer" ? [act("Approve"), act("Reject")] : [];
  if (row.state === "executing" || row.state.startsWith("pending-")) buttons.push(act("Cancel"));
  return buttons.length === 0 ? "" : make("div", { className: "row" }, ...buttons);
}

export const allocationColumns = (offerings) => [
  ["Allocation", named],
  ["State", (row) => [stateOf(row), wrongOf(row)], "beside"],
  ["Limits", ({ limits }) => amounts(limits)],
  ["Usage", ({ usages }) => amounts(usages)],
  ["Backend id", ({ backend_id: id }) => id],
  ["", (row) => allocationButtons(row, offerings)],
];
/** When it was placed, by whom, and from when on it may be carried out. */
const placed = ({ created, by, start_date: day }) => [
  make("div", { className: "amount" }, created.slice(0, 16).replace("T", " ")),
  make("div", { className: "quiet" }, `by ${by}`),
  day ? make("div", { className: "quiet" }, `not before ${day}`) : "",
];
export const ORDER = [
  ["Order", ({ type, allocation }) => `${type} ${allocation}`],
  ["State", (row) => [stateOf(row), wrongOf(row)], "beside"],
  ["Limits", ({ limits }) => amounts(limits)],
  ["Placed", placed],
  ["", orderButtons],
];
const offeringUser = ({ offering, username, state }) =>
  make("div", {}, `${username || "no name yet"} at ${offering} (${state})`);
export const USER = [
  ["User", ({ username }) => username],
  ["Name", ({ name }) => name],
  ["Roles", ({ roles }) => roles],
  ["Offering users", ({ offeringUsers }) => offeringUsers.map(offeringUser)],
];

export function chart({ offering, component, unit, amounts }, months) {
  const most = Math.max(...amounts, Number.MIN_VALUE);
  const bars = amounts.map((amount, place) => {
    const bar = make("span", { ariaHidden: "true" });
    bar.style.height = `${(amount / most) * 3.2}rem`;
    const month = new Date(`${months[place]}-01`).toLocaleString("en", {
      month: "short",
      timeZone: "UTC",
    });
    const value = make("div", { className: "value" }, amount === 0 ? "–" : amount.toLocaleString("en"), bar);
    return make("li", {}, value, make("div", { className: "month" }, month));
  });
  const caption = make("figcaption", {}, unit === "" ? component : `${component}, ${unit}`);
  caption.append(make("span", { className: "quiet" }, ` of ${offering}`));
  return make("figure", {}, caption, make("ol", { className: "bars" }, ...bars));
}

export function members({ uuid: project, name, members: people }) {
  const lines = people.map(({ uuid: user, username, role }) => {
    const about = `${username}, ${role}, from ${name}`;
    const remove = button("Remove", about, () => press("removeMember", { project, user, role }));
    return make(
      "li",
      {},
      make("span", {}, `${username} `, make("span", { className: "quiet" }, role)),
      remove,
    );
  });
  const none = make("li", { className: "quiet" }, "Nobody.");
  return make(
    "div",
    {},
    name,
    make("ul", { className: "members" }, ...(lines.length === 0 ? [none] : lines)),
  );
}

export function fault({ name, isOn, struck }) {
  const ariaDescription = struck === 0 ? "" : `has struck ${struck}`;
  const box = make("input", { type: "checkbox", checked: isOn, ariaLabel: name, ariaDescription });
  box.onchange = () => press("fault", { name, isOn: box.checked });
  box.dataset.key = name;
  const count = make("span", { className: "quiet" }, struck === 0 ? "" : String(struck));
  return make(
    "li",
    { className: name.startsWith("rule ") ? "wide" : "" },
    make("label", {}, box, name, count),
  );
}

export function request({ number, method, path, status, operationId, faults }) {
  const isGood = status !== undefined && status < 400;
  const outcome = make("span", { className: isGood ? "good" : "bad" }, String(status ?? "no answer"));
  const struck = faults.length === 0 ? "" : ` ⚡ ${faults.join(", ")}`;
  const about = make("div", { className: "quiet" }, `${number}. ${operationId ?? "no operation"}${struck}`);
  return make("li", {}, outcome, ` ${method} ${path}`, about);
}
