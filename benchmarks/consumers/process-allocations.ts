// A consumer that leaves its allocations to the loop as well.
export { processAllocations } from "@puhuri/sdk/loop";
export { guide } from "./guide.ts";
