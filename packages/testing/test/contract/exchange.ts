/** One request and its answer, as a client, a fake or a recording knows it. */
export interface Exchange {
  method: string;
  /** Absolute, or the path with its query. */
  url: string;
  /** Names in any case. */
  headers?: Readonly<Record<string, string>>;
  /** Parsed JSON; the text when it is none; undefined or "" when there was no body. */
  body?: unknown;
  status: number;
  /** Names in any case. */
  responseHeaders?: Readonly<Record<string, string>>;
  /** Parsed JSON; the text when it is none; undefined or "" when there was no body. */
  responseBody?: unknown;
}

/** One thing in an exchange that the spec does not allow. */
export interface Violation {
  where: "request" | "response";
  /** `path.uuid`, `query.state`, `body/usages/0/amount`, `status`, `headers.link`, … */
  path: string;
  message: string;
}

/** What a contract says about an exchange. */
export interface ContractCheck {
  /** Undefined when the spec (of this dialect) has no such operation; nothing else was checked then. */
  operationId: string | undefined;
  violations: Violation[];
}

/** Two header objects may spell a name differently. */
export function headerValue(
  headers: Readonly<Record<string, string>> | undefined,
  name: string,
): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** Whether there is no body. */
export function isEmpty(body: unknown): body is undefined | "" {
  return body === undefined || body === "";
}
