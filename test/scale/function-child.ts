import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * One invocation of one function's bundle, in a process of its own with the function's environment. The last line that it
 * writes has its peak of memory in megabytes, and how long its answer is.
 */
const [bundle = "", eventFile = ""] = process.argv.slice(2);
const { handler } = createRequire(import.meta.url)(bundle) as {
  readonly handler: (event: unknown, context: object) => Promise<unknown>;
};
const context = { awsRequestId: "1", functionName: "", getRemainingTimeInMillis: () => 900_000 };
const answer = await handler(JSON.parse(readFileSync(eventFile, "utf8")), context);
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(
  `\n${JSON.stringify({ peakMegabytes, answer: JSON.stringify(answer ?? null).slice(0, 500) })}\n`,
);
