import { byId, fillOptions, make, press } from "./elements.js";

const dialog = byId("wish");
const form = dialog.querySelector("form");
const { elements } = form;
let send;

/** Inputs for what an offering limits, and for what an allocation has besides. */
function askForAmounts(offering, limits = {}) {
  const units = new Map(offering?.limits.map(({ type, unit }) => [type, unit]));
  const inputs = [...new Set([...Object.keys(limits), ...units.keys()])].map((type) => {
    const input = make("input", { type: "number", min: "0", step: "any", value: limits[type] ?? "" });
    input.dataset.limit = type;
    return make("label", {}, units.get(type) ? `${type}, ${units.get(type)}` : type, input);
  });
  byId("limits").replaceChildren(...inputs);
}

function amountsAsked() {
  const filled = [...byId("limits").querySelectorAll("input")].filter(({ value }) => value !== "");
  return Object.fromEntries(filled.map((input) => [input.dataset.limit, input.valueAsNumber]));
}

function open(title, isNew, onSend) {
  byId("wish-title").textContent = title;
  byId("wrong").textContent = "";
  byId("for-new").hidden = byId("for-new").disabled = !isNew;
  send = onSend;
  dialog.showModal();
}

/** Asks for other limits of an allocation. */
export function askForLimits(row, offerings) {
  askForAmounts(
    offerings.find(({ uuid }) => uuid === row.offering_uuid),
    row.limits,
  );
  open(`Change ${row.name}`, false, () => ["change", { allocation: row.uuid, limits: amountsAsked() }]);
}

/** Asks what to order. */
export function askForAllocation({ offerings, projects, users }) {
  form.reset();
  fillOptions(elements.project, projects);
  fillOptions(elements.offering, offerings);
  fillOptions(elements.by, [{ uuid: "", name: "an owner of the customer" }, ...users.rows]);
  elements.offering.onchange = () => {
    const offering = offerings.find(({ uuid }) => uuid === elements.offering.value);
    fillOptions(elements.plan, offering?.plans ?? []);
    askForAmounts(offering);
  };
  elements.offering.onchange();
  open("Order an allocation", true, () => [
    "order",
    { ...Object.fromEntries(new FormData(form)), limits: amountsAsked() },
  ]);
}

form.onsubmit = async (event) => {
  event.preventDefault();
  if (await press(...send(), byId("wrong"))) dialog.close();
};
byId("leave").onclick = () => dialog.close();
