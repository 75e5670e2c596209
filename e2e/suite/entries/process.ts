// Node, Bun and Deno: started with the address of the worlds, prints the results as its last line.
import process from "node:process";
import { runSuite } from "../suite.ts";

console.log(JSON.stringify(await runSuite(process.argv[2] ?? "")));
