import { Refusal, type Terminal } from "@hemvist/cli/voice";
import {
  PortTakenError,
  type RunningSystem,
  SelfCheckFailedError,
  SynthesisFailedError,
  UnknownResourceError,
} from "@hemvist/local";
import type { Changes } from "../console/changes.ts";
import { startHemvist } from "../hemvist.ts";
import { type Sandbox, sandboxApi } from "../http/sandbox-api.ts";
import { bad, detail } from "../voice/printed.ts";
import type { Wanted } from "./npm-start.ts";
import { portsFrom } from "./ports.ts";

/** What the system calls, which is known only once it runs. */
export interface Hooks {
  sandbox?: Sandbox;
  readonly changes: Changes;
  /** Called at each change of a decision. */
  onChange: () => void;
}

/** The system, or undefined where the start was ended by Ctrl-C. @throws Refusal where it cannot be started */
export async function startedFor({
  wanted,
  terminal,
  signal,
  hooks,
}: {
  readonly wanted: Wanted;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  readonly hooks: Hooks;
}): Promise<RunningSystem | undefined> {
  terminal.progress({
    sv: "Läser CDK-appen och startar det som dess mallar beskriver …",
    en: "Synthesising the CDK app, and starting what its templates declare …",
  });
  try {
    return await startHemvist({
      ...portsFrom(wanted.port),
      ...(wanted.startsAt === undefined ? {} : { startsAt: wanted.startsAt }),
      signal,
      alongside: sandboxApi(() => hooks.sandbox),
      onChange: () => {
        hooks.changes.note();
        hooks.onChange();
      },
      // What fails because it is being ended is no trouble.
      onTrouble: (trouble) => {
        if (!signal.aborted) detail(bad(trouble));
      },
    });
  } catch (error) {
    if (signal.aborted) return undefined;
    throw refusalOf(error, wanted);
  } finally {
    terminal.progress(undefined);
  }
}

function refusalOf(error: unknown, { port }: Wanted): unknown {
  if (error instanceof PortTakenError) return portRefused(error, port);
  // For a person who is changing the app: what it wrote is the whole answer.
  return error instanceof SynthesisFailedError ||
    error instanceof UnknownResourceError ||
    error instanceof SelfCheckFailedError
    ? new Refusal({ sv: error.message, en: error.message })
    : error;
}

function portRefused({ port, isAllowed }: PortTakenError, wanted: number): Refusal {
  const which =
    port === wanted || wanted === 0
      ? { sv: `Port ${port}`, en: `Port ${port}` }
      : { sv: `Port ${port}, som är för AWS-klienter,`, en: `Port ${port}, which is for AWS clients,` };
  const why = isAllowed
    ? { sv: "är upptagen", en: "is taken" }
    : { sv: "får du inte använda", en: "is one that you may not use" };
  return new Refusal({
    sv: `${which.sv} ${why.sv}: välj en annan med --port.`,
    en: `${which.en} ${why.en}: choose another with --port.`,
  });
}
