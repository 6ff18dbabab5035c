import type { Letter } from "@hemvist/adapters";
import type { CaseRecord, CaseStore } from "@hemvist/casework";
import { isOf } from "@hemvist/rules";
import type { Step } from "../../../packages/operations/redrive/redrive-plan.ts";
import { onlyFault } from "../faults/one-fault.ts";
import { type Parts, realParts } from "../platform/wiring.ts";
import type { Mistake } from "./mistakes.ts";

/** Mistakes that show in what is sent back, in an item's size, and where a clock or a setting is not what it should be. */
export const letterMistakes: Readonly<Record<string, Mistake>> = {
  "a redrive that says what it would do and does nothing": {
    foundBy: "a dead letter has one command that brings it back",
    parts: sending(() => false),
  },
  "a redrive that leaves what parties have not taken to them": {
    foundBy: "a dead letter has one command that brings it back",
    faults: onlyFault("party-never-deletes", 0.01),
    parts: leaving(({ queue }) => isOf("inbox", queue) || isOf("assignments", queue)),
  },
  "a redrive that leaves what the stream gave up where it lies": {
    foundBy: "a dead letter has one command that brings it back",
    faults: onlyFault("queue-withdrawn"),
    parts: leaving(({ isFromStream = false }) => isFromStream),
  },
  "a redrive of all that the stream gave up": {
    foundBy: "nothing is sent back past what is newer",
    faults: onlyFault("queue-withdrawn"),
    parts: sending(({ send, letter }) => send || letter.isFromStream === true),
  },
  "a redrive of all that can be read": {
    foundBy: "nothing is sent back past what is newer",
    faults: onlyFault("setting-lost"),
    parts: sending(({ content }) => content.is !== "unreadable"),
  },
  "a redrive that never looks at what providers sent": {
    foundBy: "a dead letter has one command that brings it back",
    faults: onlyFault("setting-lost"),
    parts: leaving(({ queue }) => isOf("progress", queue)),
  },
  "a history that each version writes over again": {
    foundBy: "history grows with what happens, and no faster",
    parts: { cases: historyTwice },
  },
  "a write that throws at every later version": {
    foundBy: "no message fails without a fault",
    parts: { cases: firstVersionsOnly },
  },
  "a report noted before the last one, since its queue says that it was sent before": {
    foundBy: "what has happened is never changed",
    faults: onlyFault("sqs-clock-wrong", 0.3),
    parts: { cases: inOrderOfTime },
  },
};

/** A redrive that never looks at some letters. */
function leaving(isLeft: (letter: Letter) => boolean): Pick<Parts, "redrivePlan"> {
  return {
    redrivePlan: (letters, stored) =>
      realParts.redrivePlan(
        letters.filter((letter) => !isLeft(letter)),
        stored,
      ),
  };
}

/** A redrive that sends by another rule than the plan's. */
function sending(isSent: (step: Step) => boolean): Pick<Parts, "redrivePlan"> {
  return {
    redrivePlan: async (letters, stored) =>
      (await realParts.redrivePlan(letters, stored)).map((step) => ({ ...step, send: isSent(step) })),
  };
}

/** A provider's reports come in the order in which they were sent, whatever time each was sent at. */
function inOrderOfTime(cases: CaseStore): CaseStore {
  function sorted(record: CaseRecord): CaseRecord {
    const [last, newest] = record.history.slice(-2);
    const areReports = last?.what === "progress-reported" && newest?.what === "progress-reported";
    if (!areReports || last.by !== newest.by || last.at <= newest.at) return record;
    return { ...record, history: [...record.history.slice(0, -2), newest, last] };
  }
  return { ...cases, save: (record) => cases.save(sorted(record)) };
}

/** As where the code reads something that only a first version has. */
function firstVersionsOnly(cases: CaseStore): CaseStore {
  const thrown = () => Promise.reject(new TypeError("undefined has no properties"));
  return { ...cases, save: (record, upTo) => (record.version > 1 ? thrown() : cases.save(record, upTo)) };
}

function historyTwice(cases: CaseStore): CaseStore {
  const twice = (record: CaseRecord): CaseRecord => ({
    ...record,
    history: [...record.history, ...record.history],
  });
  return { ...cases, save: (record) => cases.save(twice(record)) };
}
