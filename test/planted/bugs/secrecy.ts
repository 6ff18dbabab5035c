import type { Bug } from "../bug.ts";

/** Who a person is, and nobody who need not know. */
export const secrecy: readonly Bug[] = [
  {
    name: "the number of a protected person, on its way",
    why: "What was written before the mark was set is sent after it, with name and number.",
    file: "packages/casework/shield-identity.ts",
    find: "return person?.protectedIdentity ? withPerson(message, person) : message;",
    replace: "return message;",
    suite: "unit",
  },
  {
    name: "the number of a protected person, kept",
    why: "Name and number stay in what stands, and follow every later message.",
    file: "packages/casework/protect-identity.ts",
    find: "record: masked(record, person),",
    replace: "record,",
    suite: "unit",
  },
  {
    name: "the number in the log",
    why: "An error that quotes what it was reading tells everybody with access to the log who it is about.",
    file: "packages/runtime/log.ts",
    find: "    error: error.name,",
    replace: "    error: `${error.name} ${error.message}`,",
    suite: "unit",
  },
  {
    name: "coordination numbers in the log",
    why: "Whoever has a coordination number is not masked where others are.",
    file: "packages/runtime/log.ts",
    find: "|3[01]|[6-8]\\d|9[01])",
    replace: "|3[01])",
    suite: "unit",
  },
  {
    name: "one reference, two persons",
    why: "Two administrations' protected persons with the same reference are taken for one.",
    file: "packages/adapters/kms-pseudonyms.ts",
    find: "`reference:${administration}:${reference}`",
    replace: "`reference:${reference}`",
    suite: "unit",
  },
  {
    name: "an empty list lets everybody in",
    why: "Production, which lists no addresses, is open to the world.",
    file: "infra/constructs/handoff-api.ts",
    find: "ranges.length === 0 ? {} : {",
    replace: "{",
    suite: "test/infra/api.test.ts",
  },
];
