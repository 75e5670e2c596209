// What a name or a message says comes into the page as text only, never as HTML.
export const byId = (id) => document.getElementById(id);

/** An element with properties and children; texts become text nodes. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== undefined && child !== ""));
  return element;
}

const shown = new Map();

/** Draws a part again if what it shows has changed; the keyboard stays where it was. */
export function draw(id, data, children) {
  const text = JSON.stringify(data);
  if (shown.get(id) === text) return;
  shown.set(id, text);
  const key = byId(id).contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  byId(id).replaceChildren(...children());
  if (key !== undefined)
    byId(id)
      .querySelector(`[data-key="${CSS.escape(key)}"]`)
      ?.focus();
}

export function say(text) {
  byId("said").textContent = text;
}

/** Presses a button at the fake; what it refuses is said where it can be seen. */
export async function press(button, body = {}, wrong = say) {
  wrong("");
  const headers = { "Content-Type": "application/json" };
  try {
    const answer = await fetch(`/_fake/${button}`, { method: "POST", headers, body: JSON.stringify(body) });
    if (answer.ok) return true;
    wrong((await answer.json()).error);
  } catch {
    wrong("The fake does not answer.");
  }
  return false;
}

export function button(text, about, onclick) {
  const element = make("button", { type: "button", ariaLabel: `${text} ${about}`, onclick }, text);
  element.dataset.key = `${text} ${about}`;
  return element;
}

/** @param columns of each: its name, what it shows of a row, and its class */
export function table(name, rows, columns) {
  if (rows.length === 0) return [make("p", { className: "quiet" }, "There is none.")];
  const head = columns.map(([title]) => make("th", { scope: "col", role: "columnheader" }, title));
  const cells = (row) =>
    columns.map(([title, content, className = ""], place) => {
      const first = place === 0;
      const parts = [content(row)].flat();
      const cell = make(first ? "th" : "td", { className, role: first ? "rowheader" : "cell" }, ...parts);
      if (first) cell.scope = "row";
      else if (title !== "") cell.dataset.name = title;
      return cell;
    });
  const line = (children) => make("tr", { role: "row" }, ...children);
  const body = rows.map((row) => line(cells(row)));
  // Roles of their own: as cards, on a narrow screen, it would be no table to a screen reader.
  const properties = { role: "table", ariaLabel: name };
  const groups = [
    make("thead", { role: "rowgroup" }, line(head)),
    make("tbody", { role: "rowgroup" }, ...body),
  ];
  return [make("table", properties, ...groups)];
}

export function options(select, rows, empty) {
  const chosen = select.value;
  const list = rows.map(({ uuid, name, username }) => make("option", { value: uuid }, username ?? name));
  if (empty !== undefined) list.unshift(make("option", { value: "" }, empty));
  select.replaceChildren(...list);
  if (list.some(({ value }) => value === chosen)) select.value = chosen;
}
