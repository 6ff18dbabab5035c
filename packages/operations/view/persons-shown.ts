import { type Access, type CaseRecord, personsIn } from "@hemvist/casework";

/** Whom a view shows, collected while its records go by. */
export interface PersonsShown {
  /** The same records. It notes the person of each one that the view shows. */
  readonly noting: (
    records: AsyncIterable<CaseRecord>,
    isShown: (record: CaseRecord) => boolean,
  ) => AsyncIterable<CaseRecord>;
  readonly all: () => Pick<Access, "persons" | "protectedPersons">;
}

export function personsShown(): PersonsShown {
  const persons = new Set<string>();
  const protectedPersons = new Set<string>();
  return {
    async *noting(records, isShown) {
      for await (const record of records) {
        if (isShown(record)) {
          const shown = personsIn([record]);
          for (const one of shown.persons) persons.add(one);
          for (const one of shown.protectedPersons) protectedPersons.add(one);
        }
        yield record;
      }
    },
    all: () => ({ persons: [...persons].sort(), protectedPersons: [...protectedPersons].sort() }),
  };
}
