// Stands for `aws`, `npm run deploy` and `npx cdk` in a rehearsal: asks the sandbox that runs it, and prints its answer.
import { readFileSync } from "node:fs";

const url = process.env["REHEARSAL_URL"] ?? "";
const args = process.argv.slice(2);
const input = args.some((arg) => arg.includes("/dev/stdin")) ? readFileSync(0, "utf8") : "";
const answer = await fetch(url, { method: "POST", body: JSON.stringify({ args, input }) });
const { status, out, error } = JSON.parse(await answer.text());
process.stdout.write(String(out));
process.stderr.write(String(error));
process.exitCode = Number(status);
