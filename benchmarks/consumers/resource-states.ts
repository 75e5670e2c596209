// A consumer that only needs the states of an allocation.
export { resourceStates } from "@puhuri/api-types";
