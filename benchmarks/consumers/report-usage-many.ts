// A consumer that reports usage of many allocations as well.
export { reportUsageMany } from "@puhuri/sdk/bulk";
export { guide } from "./guide.ts";
