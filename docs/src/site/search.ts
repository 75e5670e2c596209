import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import lunr from "lunr";

/** What readers type, and the page that answers it. */
const QUESTIONS: Readonly<Record<string, string>> = {
  "report usage": "tasks/report-usage.html",
  "grant access": "tasks/grant-access.html",
  sacct: "tasks/usage-from-slurm.html",
  rounding: "tasks/usage-from-slurm.html",
  systemd: "cli/operate-the-agent.html",
  token: "tokens.html",
};

/** The questions to which the search of a built site does not give the right page among its first three. */
export function searchProblems(folder: string, questions = QUESTIONS): string[] {
  const file = readFileSync(join(folder, "assets/search.js"), "utf8");
  const packed = /"([A-Za-z0-9+/=]+)"/.exec(file)?.[1] ?? "";
  const data: { rows: { name: string; url: string }[]; index: object } = JSON.parse(
    inflateSync(Buffer.from(packed, "base64")).toString(),
  );
  const index = lunr.Index.load(data.index);
  return Object.entries(questions).flatMap(([question, page]) => {
    const words = question.split(" ").map((word) => `*${word}*`);
    const found = index.search(words.join(" ")).map(({ ref, score }) => {
      const { name = "", url = "" } = data.rows[Number(ref)] ?? {};
      return { url, score: score * startBoost(name, question) };
    });
    const first = found.sort((a, b) => b.score - a.score).slice(0, 3);
    return first.some(({ url }) => url === page)
      ? []
      : [`Who searches for "${question}" finds ${first.map(({ url }) => url).join(", ")}, not ${page}`];
  });
}

/** As the site itself ranks names that begin with what was typed. */
function startBoost(name: string, question: string): number {
  return name.toLowerCase().startsWith(question) ? 10 / (1 + Math.abs(name.length - question.length)) : 1;
}
