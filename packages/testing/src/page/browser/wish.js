import { byId, make, options, press } from "./elements.js";

const dialog = byId("wish");
const wish = dialog.querySelector("form");
let send = () => Promise.resolve(true);

/** Inputs for amounts: of a new allocation its offering's limits, of another one also those it has. */
function askForAmounts(offering, limits) {
  const types = (offering?.components ?? []).filter(({ isLimit }) => isLimit).map(({ type }) => type);
  const inputs = [...new Set([...Object.keys(limits), ...types])].map((type) => {
    const input = make("input", { type: "number", min: "0", step: "any", value: limits[type] ?? "" });
    input.dataset.limit = type;
    const unit = offering?.components.find((component) => component.type === type)?.unit;
    return make("label", {}, unit ? `${type}, ${unit}` : type, input);
  });
  byId("limits").replaceChildren(...inputs);
  wish.querySelector("fieldset").hidden = inputs.length === 0;
}

function amountsAsked() {
  const filled = [...byId("limits").querySelectorAll("input")].filter(({ value }) => value !== "");
  return Object.fromEntries(filled.map((input) => [input.dataset.limit, input.valueAsNumber]));
}

function openDialog(title, isNew, onSend) {
  byId("wish-title").textContent = title;
  byId("wrong").textContent = "";
  for (const id of ["for-new", "for-new-too"]) byId(id).hidden = !isNew;
  wish.elements.name.required = isNew;
  send = onSend;
  dialog.showModal();
}

const wrong = (text) => {
  byId("wrong").textContent = text;
};

/** Asks for other limits of an allocation. */
export function askForLimits(row, offering) {
  askForAmounts(offering, row.limits);
  openDialog(`Change ${row.name}`, false, () =>
    press("change", { allocation: row.uuid, limits: amountsAsked() }, wrong),
  );
}

/** Asks what to order. */
export function askForAllocation({ offerings, projects, users }) {
  const { elements } = wish;
  const chooseOffering = () => {
    const offering = offerings.find(({ uuid }) => uuid === elements.offering.value);
    options(elements.plan, offering?.plans ?? []);
    askForAmounts(offering, {});
  };
  wish.reset();
  options(elements.project, projects);
  options(elements.offering, offerings);
  options(elements.by, users, "an owner of the customer");
  elements.offering.onchange = chooseOffering;
  chooseOffering();
  openDialog("Order an allocation", true, () =>
    press("order", { ...Object.fromEntries(new FormData(wish)), limits: amountsAsked() }, wrong),
  );
}

wish.onsubmit = async (event) => {
  event.preventDefault();
  if (await send()) dialog.close();
};
byId("leave").onclick = () => dialog.close();
