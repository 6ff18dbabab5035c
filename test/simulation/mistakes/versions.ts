import type { CaseRecord, CaseStore } from "@hemvist/casework";
import { civilDateAt, modelInForceOn } from "@hemvist/rules";
import { goteborg } from "../../support/goteborg.ts";
import { asBothKnowIt } from "../faults/next-code.ts";
import { onlyFault } from "../faults/one-fault.ts";
import { realParts } from "../platform/wiring.ts";
import type { Mistake } from "./mistakes.ts";

const rolledBack = onlyFault("rolled-back");

/** Mistakes that show where versions of the code, or of the model, follow one another. */
export const versionMistakes: Readonly<Record<string, Mistake>> = {
  "an older version that reads what it knows of a record and drops the rest": {
    foundBy: "no version writes back less than it found",
    faults: rolledBack,
    parts: { read: asBothKnowIt },
  },
  "an older version that leaves out what it does not know of a message": {
    foundBy: "an accepted decision is in its record",
    faults: rolledBack,
    parts: {
      takeMessage: (ports) => (message) =>
        realParts.takeMessage(ports)({
          ...message,
          body: message.body.replace(/,"interpreter":"[^"]*"/, ""),
        }),
    },
  },
  "an event's id without its time": {
    foundBy: "the same id carries the same message",
    faults: onlyFault("table-restored"),
    parts: { cases: withShortIds },
  },
  "a judgement by the model of the day it is received": {
    foundBy: "a decision is judged by the model in force on its date",
    parts: { cases: judgedWhenReceived },
  },
};

function judgedWhenReceived(cases: CaseStore): CaseStore {
  const judged = (record: CaseRecord): CaseRecord => {
    const { standing } = record;
    if (standing === undefined) return record;
    const model = modelInForceOn(goteborg, civilDateAt(standing.receivedAt))?.name ?? "";
    return { ...record, standing: { ...standing, judgement: { ...standing.judgement, model } } };
  };
  return { ...cases, save: (record) => cases.save(judged(record)) };
}

function withShortIds(cases: CaseStore): CaseStore {
  const short = (id: string): string => id.slice(0, id.lastIndexOf("."));
  const renamed = (record: CaseRecord): CaseRecord => ({
    ...record,
    outbox: record.outbox.map(({ queue, event }) => ({ queue, event: { ...event, id: short(event.id) } })),
  });
  return { ...cases, save: (record) => cases.save(renamed(record)) };
}
