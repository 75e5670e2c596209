// workerd: asked with the address of the worlds, answers with the results.
import { runSuite } from "../suite.ts";

export default {
  async fetch(request: Request): Promise<Response> {
    return Response.json(await runSuite(await request.text()));
  },
};
