// A browser's page: whoever drives the browser calls this.
import { runSuite } from "../suite.ts";

Object.assign(globalThis, { runSuite });
