import { button, byId, fill, fillOptions, item, make, press } from "./elements.js";
import { askForAllocation, askForLimits } from "./wish.js";

let state;

const KINDS = { OK: "good", done: "good", Erred: "bad", erred: "bad", rejected: "bad" };
const stateOf = ({ state: word }) => make("span", { className: KINDS[word] ?? "" }, word);
const amounts = (name, values) => {
  const words = Object.entries(values).map(
    ([key, amount]) => `${key} ${Number(amount).toLocaleString("en")}`,
  );
  return words.length === 0 ? "" : `${name}${words.join(", ")}`;
};

function allocation(row) {
  const { uuid, name, offering, project, limits, current_usages, backend_id, error_message } = row;
  const change = button("Change", name, () => askForLimits(row, state.offerings));
  const end = button("End", name, () => press("end", { allocation: uuid }));
  const lines = [
    `${offering}, ${project}`,
    uuid,
    backend_id && `Backend id: ${backend_id}`,
    amounts("Limits: ", limits),
    amounts("Usage: ", current_usages),
    error_message,
  ];
  const buttons = row.state === "OK" ? [change, end] : row.state === "Erred" ? [end] : [];
  return item(name, stateOf(row), lines, buttons);
}

function order(row) {
  const { uuid, type, limits, created, by, start_date, error_message } = row;
  const title = `${type} ${row.allocation}`;
  const act = (text) => button(text, title, () => press(text.toLowerCase(), { order: uuid }));
  const lines = [
    `${created.slice(0, 16).replace("T", " ")} by ${by}`,
    start_date && `Not before ${start_date}`,
    amounts("Limits: ", limits),
    error_message,
  ];
  const buttons = row.state === "pending-consumer" ? [act("Approve"), act("Reject")] : [];
  if (row.state === "executing" || row.state.startsWith("pending-")) buttons.push(act("Cancel"));
  return item(title, stateOf(row), lines, buttons);
}

function user({ uuid, username, name, roles, projects, offeringUsers }) {
  const names = offeringUsers.map(
    (one) => `${one.username || "no name yet"} at ${one.offering} (${one.state})`,
  );
  const remove = (project) =>
    button("Remove", `${username} from ${project.name}`, () =>
      press("removeMember", { project: project.uuid, user: uuid }),
    );
  return item(username, name, [roles, ...names], projects.map(remove));
}

function fault({ name, isOn, struck }) {
  const box = make("input", { type: "checkbox", checked: isOn, ariaLabel: name });
  box.onchange = () => press("fault", { name, isOn: box.checked });
  return make(
    "li",
    {},
    make("label", {}, box, " ", name),
    make("small", {}, struck === 0 ? "" : `struck ${struck}`),
  );
}

function request({ number, method, path, status, operationId, faults }) {
  const outcome = make("span", { className: status < 400 ? "good" : "bad" }, status ?? "no answer");
  const about = `${number}. ${operationId ?? "no operation"} ${faults.map((name) => `⚡ ${name}`).join(" ")}`;
  return make("li", {}, make("code", {}, outcome, ` ${method} ${path}`), make("small", {}, about));
}

const countOf = ({ count, rows }) =>
  rows.length < count ? `${count}, the newest ${rows.length} shown` : count;

function draw() {
  const { allocations, orders, users, usage, faults, requests } = state;
  byId("server").textContent = `${state.server}, at ${location.origin}/api/`;
  byId("clock").textContent = `${state.now.slice(0, 19).replace("T", " ")} UTC`;
  byId("allocation-count").textContent = countOf(allocations);
  byId("order-count").textContent = countOf(orders);
  byId("user-count").textContent = countOf(users);
  fill(byId("allocations"), allocations.rows, allocation);
  fill(byId("orders"), orders.rows, order);
  fill(byId("users"), users.rows, user);
  fill(byId("usage"), usage, ({ component, offering, months }) =>
    item(component, "", [offering, amounts("", months)]),
  );
  fill(byId("faults"), faults, fault);
  fill(byId("requests"), requests, request);
  const { project, user: person } = byId("add-member").elements;
  fillOptions(project, state.projects);
  fillOptions(person, users.rows);
}

async function refresh() {
  const read = await fetch("/_fake/state").then(
    (answer) => answer.json(),
    () => undefined,
  );
  const wasGone = document.body.inert;
  document.body.inert = read === undefined;
  if (read === undefined) byId("said").textContent = "The fake has ended. This page waits until it is back.";
  else if (wasGone) byId("said").textContent = "";
  if (read === undefined) return;
  state = read;
  draw();
}

byId("add-member").onsubmit = (event) => {
  event.preventDefault();
  press("addMember", Object.fromEntries(new FormData(event.target)));
};
for (const element of document.querySelectorAll("[data-ms]")) {
  element.onclick = () => press("advance", { ms: Number(element.dataset.ms) });
}
byId("next-month").onclick = () => {
  const now = new Date(state.now);
  press("advance", { ms: Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1) - now.getTime() });
};
byId("order").onclick = () => askForAllocation(state);
byId("reset").onclick = () => press("reset");

document.addEventListener("pressed", refresh);
setInterval(refresh, 1000);
refresh();
