// A consumer that needs every name of the API.
export * from "@puhuri/api-types";
