import { CannotRun } from "@hemvist/operations/cannot-run";
import type { Bilingual } from "@hemvist/rules";
import type { CommandLine, Group } from "./voice/command-line.ts";
import { Refusal } from "./voice/refusal.ts";

interface Part {
  readonly summary: Bilingual;
  /** Loads the command when it is typed: AWS's clients take a third of a second. */
  readonly load: () => Promise<CommandLine | Group>;
}

/** What follows `hemvist`. */
const parts: Readonly<Record<string, Part>> = {
  "check-decision": {
    summary: { sv: "vad som skulle hända med ett beslut", en: "what would come of a decision" },
    load: async () => (await import("./check-decision/check-decision.ts")).checkDecision,
  },
  report: {
    summary: { sv: "stadens rapporter, räknade på exempel", en: "the city's reports, counted from samples" },
    load: async () => (await import("./report/report.ts")).report,
  },
  ops: {
    summary: { sv: "drift av det körande systemet", en: "operates the running system" },
    load: async () => (await import("./ops/ops.ts")).ops,
  },
};

/** The whole command, with the part that these arguments ask for. */
export async function hemvistFor(args: readonly string[]): Promise<Group> {
  const wanted = args.find((arg) => arg in parts);
  return {
    name: "hemvist",
    summary: {
      sv: "Bär beslut om arbetsrehabilitering till den som ska utföra dem.",
      en: "Carries decisions on work rehabilitation to the party where they belong.",
    },
    commands: await Promise.all(
      Object.entries(parts).map(async ([name, { summary, load }]) =>
        name === wanted ? loaded(load) : { name, summary, commands: [] },
      ),
    ),
  };
}

/** @throws Refusal if a setting of the shell is wrong. A command reads it when it is loaded */
async function loaded(load: Part["load"]): Promise<CommandLine | Group> {
  try {
    return await load();
  } catch (error) {
    throw error instanceof CannotRun ? new Refusal(error.text) : error;
  }
}
