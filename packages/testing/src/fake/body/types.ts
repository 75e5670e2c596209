import { ServerCrash } from "../http/reply.ts";
import { isJsonObject, type Json, type JsonObject, parseUuid } from "../state/values.ts";
import { type Field, field, pythonType, refused } from "./fields.ts";

/** Text: trimmed, numbers are taken as text, NUL is refused. The database stumbles over half a character. */
export function text(limits: { maxLength?: number; allowBlank?: boolean } = {}): Field<string> {
  return field((json) => {
    if (typeof json !== "string" && typeof json !== "number") {
      return refused("Not a valid string.");
    }
    const value = String(json).trim();
    if (/\p{Cs}/u.test(value)) {
      throw new ServerCrash();
    }
    if (value === "" && limits.allowBlank !== true) {
      return refused("This field may not be blank.");
    }
    if (limits.maxLength !== undefined && [...value].length > limits.maxLength) {
      return refused(`Ensure this field has no more than ${limits.maxLength} characters.`);
    }
    return value.includes("\u0000") ? refused("Null characters are not allowed.") : { value };
  });
}

/** One of some words, exactly. */
export function choice<Word extends string>(words: readonly Word[]): Field<Word> {
  return field((json) => {
    const word = words.find((candidate) => candidate === json);
    const shown = typeof json === "object" ? JSON.stringify(json) : json;
    return word === undefined ? refused(`"${shown}" is not a valid choice.`) : { value: word };
  });
}

/** A whole number; `"10"` and `10.0` are whole, `10.5` and `true` are not. */
export function integer(): Field<number> {
  return field((json) => {
    const given = digitsOf(json).replace(/\.0*$/, "");
    return /^-?\d+$/.test(given) ? { value: Number(given) } : refused("A valid integer is required.");
  });
}

/** An amount, as text or number: kept as text with two places. */
export function amount(): Field<string> {
  return field((json) => {
    const match = /^(-?)(?=\d)0*(\d*)(?:\.(\d+))?$/.exec(digitsOf(json));
    if (match === null) return refused("A valid number is required.");
    const [, sign, whole = "", fraction = ""] = match;
    const most = (allowed: string) => refused(`Ensure that there are no more than ${allowed}.`);
    if (whole.length + fraction.length > 20) return most("20 digits in total");
    if (fraction.length > 2) return most("2 decimal places");
    if (whole.length > 18) return most("18 digits before the decimal point");
    const value = `${whole || "0"}.${fraction.padEnd(2, "0")}`;
    return { value: sign === "-" && /[1-9]/.test(value) ? `-${value}` : value };
  });
}

/** A number as it is written, without an exponent where it is whole; nothing where it is neither text nor number. */
function digitsOf(json: Json): string {
  if (typeof json === "number") return Number.isInteger(json) ? BigInt(json).toString() : String(json);
  return typeof json === "string" ? json.trim() : "";
}

/** A moment, e.g. `2026-11-23T17:58:00Z`. */
export function dateTime(): Field<Date> {
  return field((json) => {
    const time =
      typeof json === "string" && /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(json) ? Date.parse(json) : NaN;
    return Number.isNaN(time)
      ? refused(
          "Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].",
        )
      : { value: new Date(time) };
  });
}

/** A uuid in any of Python's forms. */
export function uuid(): Field<string> {
  return field((json) => {
    const value = typeof json === "string" ? parseUuid(json) : undefined;
    return value === undefined ? refused("Must be a valid UUID.") : { value };
  });
}

/** A day, e.g. `2026-11-23`. */
export function day(): Field<string> {
  return field((json) => {
    const time = typeof json === "string" && /^\d{4}-\d{2}-\d{2}$/.test(json) ? Date.parse(json) : NaN;
    return typeof json === "string" && !Number.isNaN(time)
      ? { value: json }
      : refused("Date has wrong format. Use one of these formats instead: YYYY-MM-DD.");
  });
}

/** An object with any keys. */
export function object(): Field<JsonObject> {
  return field((json) =>
    isJsonObject(json)
      ? { value: json }
      : refused(`Expected a dictionary of items but got type "${pythonType(json)}".`),
  );
}

/** Amounts by component type. */
export function limits(): Field<Record<string, number>> {
  return field((json) => {
    const read = object()(json);
    if ("errors" in read) return read;
    const amounts = Object.entries(read.value).map(([type, amount]) => [type, Number(amount)] as const);
    const wrong = amounts.find(([, amount]) => !(amount >= 0));
    return wrong === undefined
      ? { value: Object.fromEntries(amounts) }
      : { errors: { [wrong[0]]: ["A valid number is required."] } };
  });
}

/** Anything but null. */
export function anything(): Field<Json> {
  return field((value) => ({ value }));
}

export function boolean(): Field<boolean> {
  return field((json) => {
    if (["true", "True", "1", "t", "yes", 1, true].some((yes) => yes === json)) {
      return { value: true };
    }
    return ["false", "False", "0", "f", "no", 0, false].some((no) => no === json)
      ? { value: false }
      : refused("Must be a valid boolean.");
  });
}
