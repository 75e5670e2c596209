import type { User } from "../fake/state/people.ts";
import { rolesInWords } from "../fake/state/relations.ts";
import type { Store } from "../fake/state/store.ts";
import type { Dialect } from "../fake/state/words.ts";

/** What a fake that listens says of itself: its users with their tokens, its offerings, and three commands to try. */
export function greeting(store: Store, dialect: Dialect, url: string): string {
  const users = store.users.all();
  const width = Math.max(...users.map(({ username }) => username.length));
  const listed = users.map(
    (user) => `  ${user.username.padEnd(width)}  ${user.token}  ${rolesInWords(store, user)}`,
  );
  const offerings = store.offerings
    .all()
    .map(
      ({ uuid, name, organization_uuid }) =>
        `  ${uuid}  ${name}, of ${store.organizations.get(organization_uuid).name}`,
    );
  return [
    "Tokens:",
    ...listed,
    "",
    "Offerings:",
    ...offerings,
    "",
    "Try:",
    ...commands(store, dialect, url).map((line) => `  ${line}`),
  ]
    .map(printable)
    .join("\n");
}

/** A seed may come from anybody: what would steer the terminal is shown as `\u001b` instead. */
function printable(line: string): string {
  return line.replaceAll(/\p{Cc}|\p{Bidi_Control}/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** Three commands that work one after the other on this state. */
function commands(store: Store, dialect: Dialect, url: string): string[] {
  const [first] = store.users.all();
  const owner = ownerOfProvider(store) ?? first;
  const curl = (path: string, more = ""): string =>
    `curl -H 'Authorization: Token ${owner?.token ?? ""}'${more} '${url}/api/${path}'`;
  const resources = dialect === "2021" ? "marketplace-resources" : "marketplace-provider-resources";
  const allocation =
    store.resources.all().find(({ state }) => state === "Creating") ?? store.resources.all()[0];
  const write = ` -H 'Content-Type: application/json' -d '{"backend_id": "hpc-42"}'`;
  return allocation === undefined
    ? [curl(""), curl(`${resources}/`), curl("users/")]
    : [
        curl(`${resources}/?o=created&field=uuid&field=name&field=state`),
        curl(`${resources}/${allocation.uuid}/set_backend_id/`, write),
        curl(`${resources}/${allocation.uuid}/team/`),
      ];
}

function ownerOfProvider(store: Store): User | undefined {
  const providers = new Set([...store.serviceProviders].map(({ organization_uuid }) => organization_uuid));
  const role = store.roles.all().find((given) => given.role === "owner" && providers.has(given.scope_uuid));
  return role === undefined ? undefined : store.users.get(role.user_uuid);
}
