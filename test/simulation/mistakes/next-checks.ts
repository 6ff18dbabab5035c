import type { CaseRecord, CaseStore } from "@hemvist/casework";
import { isOpen } from "@hemvist/casework";
import { aLastDay, aNeed, aReturnedRevision } from "../../support/what-is-awaited.ts";
import type { Mistake } from "./mistakes.ts";

/** Mistakes in when a decision is looked at next: each was made once. */
export const nextCheckMistakes: Readonly<Record<string, Mistake>> = {
  "a first decision that is returned and awaited no more": {
    foundBy: aReturnedRevision,
    parts: { cases: checked((record) => (record.standing === undefined ? undefined : record.dueAt)) },
  },
  "a need that ends with its assignment": {
    foundBy: aNeed,
    parts: { cases: checked((record) => (record.assignments.some(isOpen) ? record.dueAt : undefined)) },
  },
  "a check on the day that a provider names, however far ahead": {
    foundBy: aLastDay,
    parts: {
      cases: checked((record) =>
        record.assignments.some(({ status }) => status === "accepted")
          ? "2062-11-09T07:00:00Z"
          : record.dueAt,
      ),
    },
  },
};

function checked(dueAt: (record: CaseRecord) => string | undefined): (cases: CaseStore) => CaseStore {
  return (cases) => ({
    ...cases,
    save(record) {
      const { dueAt: _dueAt, ...unchecked } = record;
      const due = dueAt(record);
      return cases.save(due === undefined ? unchecked : { ...unchecked, dueAt: due });
    },
  });
}
