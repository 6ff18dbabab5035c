import { readFile } from "node:fs/promises";
import { answerFor, explained, prospects } from "@hemvist/casework";
import { type Fault, fault, isTooLarge, readDecision, readJson } from "@hemvist/contracts";
import { type CivilDate, civilDateAt, classify, isCivilDate } from "@hemvist/rules";
import { Command, CommanderError, InvalidArgumentError } from "commander";

// The outcome of each decision, as POST /v1/decision-checks gives it, one JSON text a line. Nothing is stored,
// nothing is sent, and no server is asked.

const assignedAll = 0;
const couldNotRun = 1;
const notAll = 2;

const command = new Command("check-decision")
  .description("Bedömer beslut efter styrmodellen / Judges decisions by the model")
  .argument("<file...>", "JSON-filer med ett beslut var / JSON files with one decision each")
  .option("--received <date>", "dag då besluten tas emot / day on which the decisions are received", dayIn)
  .exitOverride()
  .configureOutput({ outputError: () => {} });

function dayIn(text: string): CivilDate {
  if (!isCivilDate(text)) throw new InvalidArgumentError("not a date");
  return text;
}

const unreadable = (faults: readonly Fault[]) => ({ outcome: "unreadable", faults }) as const;

/** What would come of a decision, or everything that makes it unreadable. */
function outcomeOf(text: string, receivedOn: CivilDate) {
  if (isTooLarge(text)) return unreadable([fault("", "message-too-large")]);
  const json = readJson(text);
  if (!json.ok) return unreadable([fault("", json.code)]);
  const read = readDecision(json.value, receivedOn);
  if (!read.ok) return unreadable(read.faults);
  const judged = { decision: read.value, judgement: classify(read.value, { receivedOn }) };
  return explained(answerFor(judged, prospects(judged)));
}

/** A file that cannot be read, by its name as given. */
class NoSuchFile extends Error {
  override readonly name = "NoSuchFile";
}

const textOf = (path: string): Promise<string> =>
  readFile(path, "utf8").catch(() => {
    throw new NoSuchFile(path);
  });

async function run(args: readonly string[]): Promise<number> {
  command.parse(args, { from: "user" });
  const { received } = command.opts<{ received?: CivilDate }>();
  const receivedOn = received ?? civilDateAt(new Date().toISOString());
  const texts = await Promise.all(command.args.map(textOf));
  const outcomes = texts.map((text) => outcomeOf(text, receivedOn));
  for (const outcome of outcomes) process.stdout.write(`${JSON.stringify(outcome)}\n`);
  return outcomes.every(({ outcome }) => outcome === "assigned") ? assignedAll : notAll;
}

const whatWentWrong: Readonly<Record<string, string>> = {
  "commander.missingArgument": "Ange minst en fil. / Name at least one file.",
  "commander.unknownOption": "Okänt alternativ. / Unknown option.",
  "commander.optionMissingArgument": "--received kräver ett datum. / --received needs a date.",
  "commander.invalidArgument":
    "--received kräver ett datum som finns, i formen ÅÅÅÅ-MM-DD. / --received needs a date that exists, as YYYY-MM-DD.",
};

const usage = "npm run --silent check-decision -- [--received YYYY-MM-DD] FILE…";

function failedBy(error: unknown): number {
  if (error instanceof CommanderError && error.exitCode === 0) return assignedAll;
  if (error instanceof NoSuchFile) {
    process.stderr.write(`Filen går inte att läsa / The file cannot be read: ${error.message}\n`);
    return couldNotRun;
  }
  if (!(error instanceof CommanderError)) throw error;
  process.stderr.write(`${whatWentWrong[error.code] ?? error.message}\n${usage}\n`);
  return couldNotRun;
}

process.exitCode = await run(process.argv.slice(2)).catch(failedBy);
