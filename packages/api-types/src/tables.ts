// What the spec says at run time of every operation, column and filter, for programs that stand in for a server. Clients need none of it.
export { type RowColumn, rowColumns } from "./generated/columns.ts";
export { type ListFilter, listFilters } from "./generated/filters.ts";
export { operationsByAddress, type SpecOperation } from "./generated/operations.ts";
