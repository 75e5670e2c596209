// What the pages have the reader keep in `./puhuri.ts`: here, what is on the stage.
import { token } from "../stage.ts";

export { offeringUuid, puhuri, resourceUuid, userUuid } from "../stage.ts";

export const server = {
  baseUrl: "https://puhuri.example",
  /** That of the stage as it is set now. */
  get token(): string {
    return token;
  },
  billingTimeZone: "UTC",
};
