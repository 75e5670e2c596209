const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Whether an answer sends the client elsewhere. Browsers hide status and target of one that is not followed. */
export function isRedirect(response: Response): boolean {
  return REDIRECTS.has(response.status) || response.type === "opaqueredirect";
}

/**
 * Returns where a redirect leads if the token may go there, that is on the same origin; undefined if not.
 *
 * @param from - The URL that answered.
 */
export function redirectTarget(response: Response, from: string): string | undefined {
  const location = response.headers.get("location");
  if (location === null) return undefined;
  try {
    const target = new URL(location, from);
    const safe = target.origin === new URL(from).origin && target.username === "" && target.password === "";
    return safe ? target.href : undefined;
  } catch {
    return undefined;
  }
}
