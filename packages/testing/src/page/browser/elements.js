export const byId = (id) => document.getElementById(id);

/** An element with properties and children. Texts become text nodes, never HTML: a name may come from anybody. */
export function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A row of a list: a title, its state, lines below it (empty ones are left out), and buttons. */
export function item(title, state, lines, buttons = []) {
  const shown = lines.filter((line) => line).map((line) => make("small", {}, line));
  return make(
    "li",
    {},
    make("div", {}, make("strong", {}, title), " ", state, ...shown),
    make("div", {}, ...buttons),
  );
}

const drawn = new Map();

/** Fills a list or a select, if what it shows has changed. */
function fillAnew(element, rows, children) {
  const text = JSON.stringify(rows);
  if (drawn.get(element) !== text) element.replaceChildren(...children());
  drawn.set(element, text);
}

/** The keyboard stays where it was. */
export function fill(list, rows, show) {
  const focused = list.contains(document.activeElement) ? document.activeElement.ariaLabel : null;
  const none = make("li", {}, make("small", {}, "None yet."));
  fillAnew(list, rows, () => (rows.length === 0 ? [none] : rows.map(show)));
  if (focused !== null) list.querySelector(`[aria-label="${CSS.escape(focused)}"]`)?.focus();
}

/** What was chosen stays chosen. */
export function fillOptions(select, rows) {
  const { value } = select;
  fillAnew(select, rows, () =>
    rows.map(({ uuid, name, username }) => make("option", { value: uuid }, username ?? name)),
  );
  if (rows.some(({ uuid }) => uuid === value)) select.value = value;
}

/** Sends what a button does to the fake. If that refuses, the reason is shown. */
export async function press(button, body = {}, wrong = byId("said")) {
  const sent = fetch(`/_fake/${button}`, { method: "POST", body: JSON.stringify(body) });
  // If nobody answers, the page finds out when it asks for news.
  const answer = await sent.catch(() => undefined);
  if (answer !== undefined) wrong.textContent = answer.ok ? "" : (await answer.json()).error;
  document.dispatchEvent(new Event("pressed"));
  return answer?.ok;
}

/** @param about is heard, and shown under the mouse. */
export function button(text, about, onclick) {
  const title = `${text} ${about}`;
  return make("button", { type: "button", title, ariaLabel: title, onclick }, text);
}
