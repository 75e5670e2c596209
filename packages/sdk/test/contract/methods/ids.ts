/** The objects of the spec's examples. */
export const RESOURCE = "a1916bd53fd04b1ab1a4e700c926607b";
export const OFFERING = "cf4eb9c29fc74af4ade667fcb53633d5";
export const ORDER = "3b7d1a5e8c2f4960b1d4e7a9c0f26358";
export const TERMINATION = "c81f6d0a24b94e7ea5d3907b1e6f4c28";
export const PLAN_PERIOD = "fb36ce56e53b43e59b3d963354d0467c";
export const USAGE = "080066bebf9547d5ad3279f7c353b023";
export const USER = "bb235c67dcb44470a45d4e0f94e0ed00";
export const ORGANIZATION = "7cbd4b0f3b0c4bb0a4b5b6e0ad1c3f52";
export const SERVICE_PROVIDER = "60e3b8f6b1a44d0d9f0d0c9a1f1f8d27";
