/** What Python's json module says about a text that is not JSON: `Expecting value: line 1 column 1 (char 0)`. */
export function pythonJsonError(text: string): string {
  try {
    const end = skipSpace(text, readValue(text, skipSpace(text, 0)));
    fail(end < text.length ? "Extra data" : "Expecting value", end);
  } catch (error) {
    if (error instanceof JsonMistake) {
      return `${error.message}: ${position(text, error.at)}`;
    }
    throw error;
  }
}

class JsonMistake extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

function fail(message: string, at: number): never {
  throw new JsonMistake(message, at);
}

function position(text: string, at: number): string {
  const before = text.slice(0, at);
  const line = before.split("\n").length;
  return `line ${line} column ${at - before.lastIndexOf("\n")} (char ${at})`;
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (" \t\n\r".includes(text[next] ?? "x")) {
    next += 1;
  }
  return next;
}

/** Reads one value and returns where it ends. */
function readValue(text: string, at: number): number {
  const first = text[at];
  if (first === '"') {
    return readString(text, at);
  }
  if (first === "{") {
    return readObject(text, at);
  }
  if (first === "[") {
    return readArray(text, at);
  }
  const literal = /^(?:null|true|false|NaN|-?Infinity|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)/.exec(
    text.slice(at),
  );
  return literal === null ? fail("Expecting value", at) : at + literal[0].length;
}

function readString(text: string, at: number): number {
  let next = at + 1;
  while (text[next] !== '"') {
    const character = text[next];
    if (character === undefined) {
      fail("Unterminated string starting at", at);
    }
    if (character < " ") {
      fail("Invalid control character at", next);
    }
    if (character === "\\") {
      const escaped = text[next + 1];
      if (escaped === "u" && !/^[0-9a-fA-F]{4}/.test(text.slice(next + 2))) {
        fail("Invalid \\uXXXX escape", next + 1);
      }
      if (escaped !== undefined && !'"\\/bfnrtu'.includes(escaped)) {
        fail("Invalid \\escape", next);
      }
      next += 1;
    }
    next += 1;
  }
  return next + 1;
}

function readArray(text: string, at: number): number {
  let next = skipSpace(text, at + 1);
  if (text[next] === "]") {
    return next + 1;
  }
  for (;;) {
    next = skipSpace(text, readValue(text, next));
    if (text[next] === "]") {
      return next + 1;
    }
    next = text[next] === "," ? skipSpace(text, next + 1) : fail("Expecting ',' delimiter", next);
  }
}

function readObject(text: string, at: number): number {
  let next = skipSpace(text, at + 1);
  if (text[next] === "}") {
    return next + 1;
  }
  for (;;) {
    if (text[next] !== '"') {
      fail("Expecting property name enclosed in double quotes", next);
    }
    next = skipSpace(text, readString(text, next));
    if (text[next] !== ":") {
      fail("Expecting ':' delimiter", next);
    }
    next = skipSpace(text, readValue(text, skipSpace(text, next + 1)));
    if (text[next] === "}") {
      return next + 1;
    }
    next = text[next] === "," ? skipSpace(text, next + 1) : fail("Expecting ',' delimiter", next);
  }
}
