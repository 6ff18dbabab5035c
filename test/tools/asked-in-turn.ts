import { pathToFileURL } from "node:url";

// A process that asks one tool for one thing after another, as if it had been started anew for each: what it was asked
// for stands in `process.argv`, and what it wrote and the status it gave are noted. It saves starting a process a row.

const [, , file = "", asked = "[]"] = process.argv;

class Ended extends Error {}

const wanted = JSON.parse(asked) as readonly (readonly string[])[];
const answers: unknown[] = [];
const write = process.stdout.write.bind(process.stdout);
for (const [number, args] of wanted.entries()) {
  const noted = { out: "", error: "" };
  const into = (stream: "out" | "error") => (text: string | Uint8Array) => {
    noted[stream] += String(text);
    return true;
  };
  process.stdout.write = into("out");
  process.stderr.write = into("error");
  process.exit = (code) => {
    process.exitCode = code ?? process.exitCode;
    throw new Ended();
  };
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners("error");
  process.exitCode = 0;
  process.argv = [process.argv[0] ?? "", file, ...args];
  await import(`${pathToFileURL(file).href}?${number}`).catch((error: unknown) => {
    if (error instanceof Ended) return;
    process.exitCode = 1;
    noted.error += error instanceof Error ? error.stack : String(error);
  });
  answers.push({ status: process.exitCode, ...noted });
}
process.exitCode = 0;
write(JSON.stringify(answers));
