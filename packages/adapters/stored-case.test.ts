import type { CaseRecord, Message } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import { aStored } from "../../test/support/a-stored.ts";
import type { Same } from "../../test/support/same-type.ts";
import { storedCase, type storedOutbox } from "./stored-case.ts";

describe("the schema of a stored record and its type", () => {
  it("say the same, field by field: the compiler holds it", () => {
    const record: Same<z.infer<typeof storedCase>, CaseRecord> = true;
    const outbox: Same<z.infer<typeof storedOutbox>, readonly Message[]> = true;

    expect([record, outbox]).toEqual([true, true]);
  });
});

/** Records that between them hold every object, in every form that the schema knows. Made from the schema itself. */
const records = aStored(storedCase);

/** The data of a message is whatever its own schema says; here it is carried as it is. */
const isFree = (path: string): boolean => path.endsWith("/event/data") || path.endsWith("/inboxVersions");

interface Place {
  readonly path: string;
  /** The whole record, with a field in this object that no version of the code knows. */
  readonly withUnknownField: unknown;
}

/** Every object within a value. */
function placesIn(value: unknown, path: string, whole: (changed: unknown) => unknown): readonly Place[] {
  if (typeof value !== "object" || value === null || isFree(path)) return [];
  const entries = Object.entries(value);
  const within = entries.flatMap(([name, member]) =>
    placesIn(member, `${path}/${name}`, (changed) =>
      whole(
        Array.isArray(value)
          ? value.map((one, index) => (String(index) === name ? changed : one))
          : { ...value, [name]: changed },
      ),
    ),
  );
  const here = { path, withUnknownField: whole({ ...value, ofANewerVersion: "x" }) };
  return Array.isArray(value) ? within : [here, ...within];
}

const places = records.flatMap((record) => placesIn(record, "", (changed) => changed));

describe("a stored record with a field that this version does not know (ADR 24)", () => {
  it("is one that can be read without it", () => {
    for (const record of records) expect(storedCase.safeParse(record).error?.issues ?? []).toEqual([]);
  });

  it.each([...new Set(places.map(({ path }) => path))])("is refused where the field is in %s/", (at) => {
    const here = places.filter(({ path }) => path === at);

    for (const { withUnknownField } of here) {
      expect(storedCase.safeParse(withUnknownField).success).toBe(false);
    }
  });
});
