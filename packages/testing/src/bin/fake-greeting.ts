import { rolesInWords } from "../fake/state/relations.ts";
import type { Store } from "../fake/state/store.ts";
import type { Dialect } from "../fake/state/words.ts";

/** What `puhuri-fake` prints at the start: its users with their tokens, its offerings, and commands to try. */
export function greeting(store: Store, dialect: Dialect, url: string): string {
  const users = store.users.all();
  const width = Math.max(...users.map(({ username }) => username.length));
  const lines = [
    "Tokens:",
    ...users.map((user) => `  ${user.username.padEnd(width)}  ${user.token}  ${rolesInWords(store, user)}`),
    "",
    "Offerings:",
    ...store.offerings.all().map(({ uuid, name, organization_uuid }) => {
      return `  ${uuid}  ${name}, of ${store.organizations.get(organization_uuid).name}`;
    }),
    "",
    "Try:",
    ...commands(store, dialect, url),
  ];
  return lines.map(printable).join("\n");
}

/** A seed may come from anybody: what would steer the terminal is shown as `\u001b` instead. */
function printable(line: string): string {
  return line.replaceAll(/\p{Cc}|\p{Bidi_Control}/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** Commands that work one after the other on this state. */
function commands(store: Store, dialect: Dialect, url: string): string[] {
  const providers = new Set([...store.serviceProviders].map(({ organization_uuid }) => organization_uuid));
  const owner = store.roles
    .all()
    .find(({ role, scope_uuid }) => role === "owner" && providers.has(scope_uuid));
  const user = owner === undefined ? store.users.all()[0] : store.users.get(owner.user_uuid);
  const curl = (path: string, more = ""): string =>
    `  curl -H 'Authorization: Token ${user?.token ?? ""}'${more} '${url}/api/${path}'`;
  const resources = dialect === "2021" ? "marketplace-resources" : "marketplace-provider-resources";
  const list = curl(`${resources}/?o=created&field=uuid&field=name&field=state`);
  const all = store.resources.all();
  const allocation = all.find(({ state }) => state === "Creating") ?? all[0];
  if (allocation === undefined) return [list];
  const write = ` -H 'Content-Type: application/json' -d '{"backend_id": "hpc-42"}'`;
  const own = `${resources}/${allocation.uuid}/`;
  return [list, curl(`${own}set_backend_id/`, write), curl(`${own}team/`)];
}
