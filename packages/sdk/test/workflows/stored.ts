import type { Order, Resource } from "@puhuri/testing";

export type { Order, Resource };
export type OrderType = Order["type"];
export type OrderState = Order["state"];
export type ResourceState = Resource["state"];
