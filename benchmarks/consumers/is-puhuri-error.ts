// A consumer that only looks at errors.
export { isPuhuriError } from "@puhuri/sdk";
