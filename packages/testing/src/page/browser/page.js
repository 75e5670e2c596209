import { byId, draw, make, options, press, say, table } from "./elements.js";
import { allocationColumns, chart, fault, members, ORDER, request, USER } from "./parts.js";
import { askForAllocation } from "./wish.js";

let state;
let readAt = 0;

function count(id, number, listed) {
  const all = listed < number ? `${number}, the newest ${listed} shown` : String(number);
  byId(`${id}-title`).querySelector(".count").textContent = all;
}

function drawAll() {
  const { offerings, allocations, orders, users, usage, projects, faults, requests } = state;
  byId("server").textContent = state.server;
  draw("allocations", allocations, () => table("Allocations", allocations, allocationColumns(offerings)));
  draw("orders", orders, () => table("Orders", orders, ORDER));
  draw("users", users, () => table("Users", users, USER));
  count("allocations", state.allocationCount, allocations.length);
  count("orders", state.orderCount, orders.length);
  count("users", state.userCount, users.length);
  draw("usage", usage, () =>
    usage.totals.length === 0
      ? [make("p", { className: "quiet" }, "Nothing has been reported yet.")]
      : usage.totals.map((total) => chart(total, usage.months)),
  );
  draw("projects", projects, () => projects.map(members));
  draw("faults", faults, () => faults.map(fault));
  draw("requests", requests, () =>
    requests.length === 0 ? [make("li", { className: "quiet" }, "None yet.")] : requests.map(request),
  );
  const form = byId("add-member").elements;
  options(form.project, projects);
  options(form.user, users);
  tick();
  // Until now there was nothing to press a button for.
  document.body.inert = false;
}

const clockNow = () => new Date(Date.parse(state.now) + performance.now() - readAt);

function tick() {
  if (state === undefined) return;
  const text = clockNow().toISOString();
  byId("clock").textContent = `${text.slice(0, 19).replace("T", " ")} UTC`;
  byId("clock").dateTime = text;
}

let isReading = false;
let isStale = false;

/** Reads all of it anew; what changes while it reads is read once more, a moment later. */
async function refresh() {
  isStale = isReading;
  if (isReading) return;
  isReading = true;
  // When it has ended, `onerror` below says so, and it is read again when it is back.
  const read = await fetch("/_fake/state").then(
    (answer) => answer.json(),
    () => undefined,
  );
  if (read !== undefined) {
    state = read;
    readAt = performance.now();
    drawAll();
  }
  await new Promise((resolve) => setTimeout(resolve, 150));
  isReading = false;
  if (isStale) refresh();
}

byId("add-member").onsubmit = (event) => {
  event.preventDefault();
  press("addMember", Object.fromEntries(new FormData(event.target)));
};
for (const element of document.querySelectorAll("[data-ms]")) {
  element.onclick = () => press("advance", { ms: Number(element.dataset.ms) });
}
byId("next-month").onclick = () => {
  const now = clockNow();
  press("advance", { ms: Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1) - now.getTime() });
};
byId("order").onclick = () => askForAllocation(state);
byId("reset").onclick = () => press("reset");
byId("address").textContent = `${location.origin}/api/`;

const events = new EventSource("/_fake/events");
events.onopen = () => {
  say("");
  refresh();
};
events.onmessage = refresh;
events.onerror = () => say("The fake has ended. This page waits until it is back.");
setInterval(tick, 1000);
