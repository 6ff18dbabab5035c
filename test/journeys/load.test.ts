import { correlationIdOf } from "@hemvist/casework";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { type Compared, compared, type Loaded } from "../load/compared.ts";
import { type LoadResult, loadRun } from "../load/load-run.ts";

let run: LoadResult;
beforeAll(async () => {
  run = await loadRun({ decisions: 180, duplicates: 0.05, seed: 4, templates: inject("templates") });
});

const recordsOf = ({ records }: Loaded) => records.flatMap((one) => ("unreadable" in one ? [] : [one]));

describe("a system under load, its functions killed in the middle of their batches", () => {
  it("loses nothing: what senders sent, what is stored and what parties received balance", () => {
    expect(run.disagreements).toEqual([]);
    expect(run.bySenders.differences).toEqual([]);
    expect(run.balances).toBe(true);
  });

  it("was killed everywhere that messages pass", () => {
    expect(Object.keys(run.restarts).toSorted()).toEqual([
      "everything that reads",
      "hemvist-follow-up",
      "hemvist-hand-off",
      "hemvist-receive-decision",
      "hemvist-record-progress",
    ]);
  });

  it("met with every ending", () => {
    const { sent, reports } = run.loaded;
    const sum = (column: "assigned" | "returned" | "superseded" | "refused" | "unreadable") =>
      run.bySenders.incoming.reduce((before, row) => before + row[column], 0);

    expect(sum("assigned") + sum("returned") + sum("superseded") + sum("refused") + sum("unreadable")).toBe(
      sent.length,
    );
    for (const column of ["assigned", "returned", "superseded", "refused", "unreadable"] as const)
      expect([column, sum(column)]).toEqual([column, expect.toSatisfy((count: number) => count > 0)]);
    expect(sent.filter(({ isRepeat }) => isRepeat).length).toBeGreaterThanOrEqual(3);
    expect(sent.filter(({ way }) => way === "http").length).toBeGreaterThan(0);
    expect(reports.length).toBeGreaterThan(100);
  });
});

/** The same books with one thing fewer. */
interface Loss {
  readonly without: Partial<Loaded>;
  /** The id by which it must be named. */
  readonly named: string | undefined;
}

const first = <T>(items: Iterable<T>): T => {
  const [one] = items;
  if (one === undefined) throw new Error("there is nothing to lose");
  return one;
};

const withoutMessage = ({ seen }: Loaded, isIt: (id: string, type: string) => boolean) => {
  const [queue, id] = first(
    [...seen.received].flatMap(([name, its]) =>
      [...its.values()]
        .filter((message) => isIt(message.id, message.type))
        .map((message) => [name, message.id] as const),
    ),
  );
  const left = new Map([...(seen.received.get(queue) ?? [])].filter(([other]) => other !== id));
  return { seen: { ...seen, received: new Map([...seen.received, [queue, left]]) }, id };
};

const losses: readonly (readonly [string, (loaded: Loaded) => Loss])[] = [
  [
    "a stored decision",
    (loaded) => {
      const lost = first(recordsOf(loaded));
      return {
        without: { records: loaded.records.filter((one) => one !== lost) },
        named: correlationIdOf(lost),
      };
    },
  ],
  [
    "the last version of a stored decision",
    (loaded) => {
      const lost = first(recordsOf(loaded).filter(({ version }) => version > 1));
      const older = { ...lost, version: lost.version - 1 };
      return {
        without: { records: loaded.records.map((one) => (one === lost ? older : one)) },
        named: correlationIdOf(lost),
      };
    },
  ],
  [
    "a message to a party",
    (loaded) => {
      const { seen, id } = withoutMessage(loaded, (message) => loaded.seen.caused.has(message));
      return { without: { seen }, named: loaded.seen.caused.get(id)?.subject };
    },
  ],
  [
    "the answer to a decision that came twice",
    (loaded) => {
      const repeat = first(
        loaded.sent.filter(
          ({ isRepeat, messageId = "" }) =>
            isRepeat && [...loaded.seen.received.values()].some((its) => answersOnly(its, messageId, loaded)),
        ),
      );
      const received = new Map(
        [...loaded.seen.received].map(([queue, its]) => [
          queue,
          new Map([...its].filter(([, { answers }]) => answers.messageId !== repeat.messageId)),
        ]),
      );
      return { without: { seen: { ...loaded.seen, received } }, named: repeat.messageId };
    },
  ],
  [
    "the receipt of an assignment without an acknowledgement",
    (loaded) => {
      const silent = first(
        recordsOf(loaded).flatMap(({ assignments }) =>
          assignments.filter(({ status }) => status === "requested"),
        ),
      );
      const receipts = new Map([...loaded.receipts].filter(([id]) => id !== silent.assignmentId));
      return { without: { receipts }, named: silent.assignmentId };
    },
  ],
  [
    "a message that was set aside",
    (loaded) => {
      const lost = first(loaded.letters);
      return { without: { letters: loaded.letters.filter((one) => one !== lost) }, named: lost.originalId };
    },
  ],
  [
    "a provider's report, from its record",
    (loaded) => {
      const lost = first(
        recordsOf(loaded).filter(({ history }) => history.some(({ what }) => what === "progress-reported")),
      );
      const history = lost.history.filter(({ what }) => what !== "progress-reported");
      const entry = first(lost.history.flatMap((one) => (one.what === "progress-reported" ? [one] : [])));
      return {
        without: { records: loaded.records.map((one) => (one === lost ? { ...lost, history } : one)) },
        named: entry.assignmentId,
      };
    },
  ],
  [
    "hand-off's word that a message was sent",
    (loaded) => {
      const [id, message] = first(loaded.seen.caused);
      const caused = new Map([...loaded.seen.caused, [id, { ...message, isHandedOff: false }]]);
      return { without: { seen: { ...loaded.seen, caused } }, named: undefined };
    },
  ],
  [
    "what one sender has in its books",
    (loaded) => {
      const lost = first(loaded.sent.filter(({ isRepeat, content }) => !isRepeat && content !== undefined));
      const sent = loaded.sent.filter(({ content }) => content?.decision !== lost.content?.decision);
      return { without: { sent }, named: lost.content?.decision };
    },
  ],
];

/** Whether what answers a message is an answer of its own, and not what its decision's version causes. */
const answersOnly = (
  its: ReadonlyMap<string, { readonly id: string; readonly answers: { readonly messageId?: string } }>,
  messageId: string,
  { seen }: Loaded,
): boolean =>
  [...its.values()].some(({ id, answers }) => answers.messageId === messageId && !seen.caused.has(id)) &&
  ![...seen.received.values()].some((queue) =>
    [...queue.values()].some(({ id, causationId }) => causationId === messageId && seen.caused.has(id)),
  );

const idsIn = ({ disagreements, bySenders }: Compared) => [
  ...disagreements.map(({ id }) => id),
  ...bySenders.differences.flatMap(({ decision, assignmentId }) => [
    assignmentId ?? decision.replace("message ", ""),
  ]),
];

describe("books that lack one thing do not balance", () => {
  it.each(losses)("%s", async (_name, lose) => {
    const { without, named } = lose(run.loaded);

    const result = await compared({ ...run.loaded, ...without });

    expect(result.balances).toBe(false);
    if (named !== undefined) expect(idsIn(result)).toContain(named);
  });
});
