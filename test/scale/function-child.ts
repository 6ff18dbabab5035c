import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * One invocation of one function's bundle, in a process of its own with the function's environment. The last line that it
 * writes has its peak of memory in megabytes, and its answer.
 */
const [bundle = "", eventFile = ""] = process.argv.slice(2);
const { handler } = createRequire(import.meta.url)(bundle) as {
  readonly handler: (event: unknown, context: object) => Promise<unknown>;
};
const context = { awsRequestId: "1", functionName: "", getRemainingTimeInMillis: () => 900_000 };
const answer = JSON.stringify((await handler(JSON.parse(readFileSync(eventFile, "utf8")), context)) ?? null);
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
const shown = answer.length > 1000 ? `${answer.slice(0, 500)} … ${answer.slice(-500)}` : answer;
process.stdout.write(`\n${JSON.stringify({ peakMegabytes, answer: shown })}\n`);
