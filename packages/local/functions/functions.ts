import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clientSettings } from "../front/caller.ts";
import type { Invoked } from "../metrics/service-metrics.ts";
import type { Assembly } from "../templates/assembly.ts";
import { everyResource } from "../templates/known-resources.ts";
import type { Resolver } from "../templates/resolver.ts";
import { functionEnvironment, isFunction, readFunction } from "./function-settings.ts";
import { type LocalFunction, startFunction } from "./local-function.ts";

export interface LogLine {
  readonly functionName: string;
  readonly line: string;
}

export interface Functions {
  /** By the ARN or the name of the function itself, or of a version or alias of it. */
  readonly behind: (reference: string) => LocalFunction;
  /** The variables that the template gives a function, by its name. */
  readonly variablesOf: (functionName: string) => Readonly<Record<string, string>>;
  /**
   * Gives a function other variables than its template does, or those of its template again, and ends its processes. It
   * starts anew with its next invocation.
   */
  readonly configure: (
    functionName: string,
    changes?: Readonly<Record<string, string | undefined>>,
  ) => Promise<void>;
  /** Ends every function's processes. */
  readonly recycle: () => Promise<void>;
  /** The functions with an invocation in flight, in words. */
  readonly doing: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** Unpacks the template's functions; a function's thread starts with its first invocation. */
export const startFunctions = async ({
  assembly,
  resolver,
  endpoint,
  region,
  now,
  onLog,
  onInvoked,
  onTrouble,
}: {
  readonly assembly: Assembly;
  readonly resolver: Resolver;
  readonly endpoint: string;
  readonly region: string;
  readonly now: () => number;
  readonly onLog: (line: LogLine) => void;
  readonly onInvoked: (invoked: Invoked) => void;
  readonly onTrouble: (trouble: string) => void;
}): Promise<Functions> => {
  const workspace = await mkdtemp(join(tmpdir(), "functions-"));
  const environmentWith = new Map<
    string,
    (changes: Readonly<Record<string, string | undefined>>) => Readonly<Record<string, string>>
  >();
  const variablesBy = new Map<string, Readonly<Record<string, string>>>();
  const all = everyResource(assembly)
    .filter(isFunction)
    .map((resource) => {
      const { setting, variables } = readFunction({ resource, resolver, assembly, workspace });
      const { functionName } = setting;
      variablesBy.set(functionName, variables);
      const client = clientSettings({ caller: functionName, endpoint, region });
      environmentWith.set(functionName, (changes) => {
        const changed = Object.entries({ ...variables, ...changes });
        const left = changed.flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value] as const],
        );
        return functionEnvironment({ setting, variables: Object.fromEntries(left), client });
      });
      return startFunction({
        setting,
        environment: functionEnvironment({ setting, variables, client }),
        now,
        onLine: (line) => onLog({ functionName, line }),
        onInvoked,
        onTrouble,
      });
    });

  const behind = (reference: string): LocalFunction => {
    const name = /^(?:.*:function:)?([^:]+)/.exec(reference)?.[1];
    const found = all.find((entry) => entry.name === name);
    if (found === undefined) throw new Error(`there is no function ${reference} in the template`);
    return found;
  };

  return {
    behind,
    recycle: async () => {
      await Promise.all(all.map((entry) => entry.recycle()));
    },
    configure: async (functionName, changes = {}) => {
      const environment = environmentWith.get(functionName);
      if (environment === undefined) throw new Error(`there is no function ${functionName} in the template`);
      await behind(functionName).recycle(environment(changes));
    },
    variablesOf: (functionName) => {
      const found = variablesBy.get(functionName);
      if (found === undefined) throw new Error(`there is no function ${functionName} in the template`);
      return found;
    },
    doing: () => all.filter((entry) => entry.inFlight() > 0).map(({ name }) => `${name} runs`),
    stop: async () => {
      await Promise.all(all.map((entry) => entry.stop()));
      await rm(workspace, { recursive: true, force: true });
    },
  };
};
