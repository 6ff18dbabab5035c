import { readFileSync } from "node:fs";

type Message = Record<string, unknown>;

const sample = (path: string): string =>
  readFileSync(new URL(`../../events/${path}`, import.meta.url), "utf8");

const decision = sample("decisions/01-traineeship-with-diet-and-exercise.json");
const report = sample("progress/01-received.json");

/** What to change, by path: `{ "person.givenName": "…" }`; a field given as undefined is left out. */
type Changes = Readonly<Record<string, unknown>>;

/** The first sample decision, as a case system sends it. */
export const aDecisionMessage = (changes: Changes = {}): Message => changed(JSON.parse(decision), changes);

/** The first sample report: received. */
export const aProgressMessage = (changes: Changes = {}): Message => changed(JSON.parse(report), changes);

function changed(message: Message, changes: Changes): Message {
  for (const [path, value] of Object.entries(changes)) {
    const names = path.split(".");
    const last = names.pop() ?? "";
    const holder = names.reduce((within, name) => within[name] as Message, message);
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  }
  return message;
}
