import { UnsupportedByServerError } from "../errors.ts";
import { unsupportedListing } from "./requests.ts";
import type { Rooms, Server, StatusMessage } from "./server.ts";

/** One generation of server: what it has, and what to do instead of what it lacks. */
export interface Generation extends Pick<Server, "dialect" | "release" | "states" | "waiting"> {
  /** As in "… has no orders.approve". */
  readonly name: string;
  readonly rooms: { readonly [Room in keyof Rooms]: Partial<Rooms[Room]> };
  /** By room, or by room and method. */
  readonly instead: Readonly<Record<string, string>>;
}

/** A server of a generation: what that lacks is there all the same, and says so when it is used. */
export function serverOf({ name, rooms, instead, ...generation }: Generation): Server {
  const lacks = (room: string, method: string) => {
    const other = instead[`${room}.${method}`] ?? instead[room];
    return new UnsupportedByServerError(
      `${name} has no ${room}.${method}.`,
      other === undefined ? {} : { instead: other },
    );
  };
  const whole = <Room extends keyof Rooms>(room: Room): Rooms[Room] =>
    // The one place where a part stands for the whole: this makes it so.
    new Proxy(rooms[room] as Rooms[Room], {
      get(has, property) {
        if (Reflect.has(has, property)) return Reflect.get(has, property);
        if (property === "listing") return unsupportedListing(() => lacks(room, "list"));
        if (property === "userListing") return unsupportedListing(() => lacks(room, "listUsers"));
        if (property === "limitListing") return unsupportedListing(() => lacks(room, "listUserLimits"));
        return () => {
          throw lacks(room, String(property));
        };
      },
    });
  return {
    ...generation,
    learnt: {},
    resources: whole("resources"),
    offerings: whole("offerings"),
    usages: whole("usages"),
    offeringUsers: whole("offeringUsers"),
    orders: whole("orders"),
    serviceProviders: whole("serviceProviders"),
  };
}

/** The server's word on a write, once it has carried it out: some answer with a bare text, and some with nothing. */
export async function statusOf(write: Promise<unknown>): Promise<StatusMessage> {
  const data = await write;
  if (typeof data === "object" && data !== null && "status" in data)
    return { ...data, status: String(data.status) };
  return { status: typeof data === "string" ? data : "" };
}
