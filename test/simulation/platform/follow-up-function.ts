import type { CaseStore } from "@hemvist/casework";
import type { Municipality } from "@hemvist/rules";
import type { Deployments } from "../faults/deployments.ts";
import { isOfNewerVersion } from "../invariants/batch.ts";
import type { Command } from "../invariants/ledger.ts";
import type { Violations } from "../invariants/violations.ts";
import type { Started } from "./started.ts";
import type { Parts } from "./wiring.ts";

interface Options {
  readonly municipality: Municipality;
  readonly code: Deployments;
  /** Undefined where the function cannot start. */
  readonly start: () => Started | undefined;
  readonly tableOf: (started: Started, command: Command) => CaseStore;
  readonly violations: Violations;
  readonly parts: Parts;
}

/** The function that the schedule starts. */
export const followUpFunction =
  ({ municipality, code, start, tableOf, violations, parts }: Options) =>
  (scheduledTime: string): void => {
    const started = code.disabledFor("follow-up") > 0 ? undefined : start();
    if (started === undefined) return;
    const cases = tableOf(started, { on: "schedule", now: scheduledTime });
    const onFailed = (_key: unknown, error: unknown): void => {
      const name = error instanceof Error ? error.name : "";
      const isExpected = name === "Passing" || (code.hasNext() && isOfNewerVersion(name));
      violations.check(isExpected, "a follow-up fails of nothing but a fault", () => scheduledTime);
    };
    void started.run
      .through(() =>
        parts.followUpDue({ municipality, cases, onNotified: () => {}, onFailed })(scheduledTime),
      )
      .catch(() => undefined);
  };
