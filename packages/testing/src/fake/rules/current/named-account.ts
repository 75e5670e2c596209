import type { OfferingUser } from "../../entities.ts";

/** States on the way to an account. */
const ON_THE_WAY: readonly string[] = [
  "Requested",
  "Creating",
  "Pending account linking",
  "Pending additional validation",
  "Error creating",
];

/**
 * The name and the state of an account that is given a name. One that is new makes an account OK that was on its way;
 * the same name again changes nothing, and no name brings back what is being deleted.
 */
export function named(
  row: OfferingUser,
  username: string | null | undefined,
): Pick<OfferingUser, "username" | "state"> {
  if (username === undefined) return { username: row.username, state: row.state };
  const isNew = username !== null && username !== "" && username !== row.username;
  return { username, state: isNew && ON_THE_WAY.includes(row.state) ? "OK" : row.state };
}
