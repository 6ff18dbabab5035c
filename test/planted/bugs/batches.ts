import type { Bug } from "../bug.ts";

/** The loop over a batch of queue messages. */
export const batches: readonly Bug[] = [
  {
    name: "on after a failure in its group",
    why: "A later report of a provider is applied before the one that failed, and the one that failed is refused.",
    file: "packages/runtime/queue-batch.ts",
    find: "return rest;",
    replace: "return [record, ...(await runGroup(records.slice(index + 1), handle))];",
    suite: "simulation",
  },
  {
    name: "side by side within a group",
    why: "Two messages of one decision are handled at once, as the batch middlewares in wide use do.",
    file: "packages/runtime/queue-batch.ts",
    find: "attributes.MessageGroupId ?? `alone ${messageId}`",
    replace: "`alone ${messageId}`",
    suite: "simulation",
  },
  {
    name: "finished work runs again",
    why: "A failure at the end of a batch sends back what was done before it (an incident of GOV.UK One Login's).",
    file: "packages/runtime/queue-batch.ts",
    find: "return rest;",
    replace: "return records;",
    suite: "simulation",
  },
  {
    name: "one failure, all again",
    why: "One message that cannot be handled sends back every other administration's and provider's in its batch.",
    file: "packages/runtime/queue-batch.ts",
    find: "heldBack.flat().map(",
    replace: "(heldBack.flat().length > 0 ? Records : []).map(",
    suite: "simulation",
  },
  {
    name: "failures kept to itself",
    why: "SQS deletes what failed: a decision is lost.",
    file: "packages/runtime/queue-batch.ts",
    find: "heldBack.flat().map(",
    replace: "heldBack.flat().slice(Records.length).map(",
    suite: "simulation",
  },
  {
    name: "a setting that may be missing",
    why: "A function without a table's name starts, and fails at its first decision instead.",
    file: "packages/runtime/settings.ts",
    find: String.raw`z.string().check(z.regex(/^[\w.-]{3,255}$/))`,
    replace: `z._default(z.string(), "decisions")`,
    suite: "unit",
  },
  {
    name: "an address that may be missing",
    why: "A function that was not given the queue of one party starts, and fails at that party's first message.",
    file: "packages/runtime/settings.ts",
    find: "z.object(Object.fromEntries(names.map((name) => [name, urlOf(name)]))),",
    replace: "z.partial(z.object(Object.fromEntries(names.map((name) => [name, urlOf(name)])))),",
    suite: "unit",
  },
];
