import { ConnectionLost } from "../../fake/http/intercept.ts";
import type { Fault } from "../fault.ts";

/** The connection is reset before the server gets the request: nothing was applied. The client cannot know it. */
export function requestLost(): Fault {
  return {
    name: "request-lost",
    async inject() {
      throw new ConnectionLost("The connection was reset before the request reached the server.");
    },
  };
}

/** The server does its work, and the connection is reset before its answer arrives. */
export function answerLost(): Fault {
  return {
    name: "answer-lost",
    async inject(_exchange, next) {
      await next();
      throw new ConnectionLost("The connection was reset before the answer arrived.");
    },
  };
}
