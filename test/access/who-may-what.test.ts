import type { AccessLog, CaseStore } from "@hemvist/casework";
import {
  type Access,
  accessMatrix,
  kindsOf,
  type PartyKind,
  partiesOf,
  partyKinds,
  reachOf,
  trialParty,
} from "@hemvist/rules";
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { aProposal, aReport, progressed, proposed, received } from "../support/a-case.ts";
import { aDecision, anIntervention } from "../support/a-decision.ts";
import { aRequest, context } from "../support/a-request.ts";
import { goteborg } from "../support/goteborg.ts";
import { hashedPseudonyms } from "../support/hashed-pseudonyms.ts";
import { logLines } from "../support/log-lines.ts";
import { memoryCases } from "../support/memory-cases.ts";
import { asking, nowhere, type Row, there, uuid } from "./asking.ts";
import { functionsOn } from "./functions-on.ts";

// Every cell of the matrix that must refuse, on the functions' own handlers: what another party has, and what no party
// has, get the same bytes and take the same calls to the store.

const logged = logLines();
const parties = partiesOf(goteborg);
const pseudonyms = hashedPseudonyms();

/** Of each kind, a party that has nothing to do with the stored decision. */
const stranger: Readonly<Record<PartyKind, string>> = {
  administration: "sf-hisingen",
  executor: "arbetsmarknadsanstallning",
  listener: "arbvux",
  trial: trialParty,
};

const stored = {
  ...proposed(progressed(received(), aReport("received")), aProposal({ proposalId: uuid })),
  personKey: await pseudonyms.of(aDecision().person, "sf-centrum"),
  caseKey: await pseudonyms.ofCase("2026-88231", "sf-centrum"),
};

/** What a party gets from an operation on what is another party's, or no party's. */
const notThere: Readonly<Partial<Record<Row["operation"], number>>> = {
  receiveDecision: 403,
  checkDecision: 403,
  answerProposal: 404,
  readDecision: 404,
  readAssignment: 404,
  reportProgress: 404,
  makeProposal: 404,
  withdrawProposal: 404,
  searchPerson: 200,
};

/** What shows a person's data, and so is logged, whatever the answer. */
const loggedOperations: readonly Row["operation"][] = ["readDecision", "readAssignment", "searchPerson"];

/**
 * What the function asks of the store before that answer, and whether it logs the look. The id alone shows an
 * administration what is another's. A search opens what it finds before it knows whose it is: that difference stays (ADR 49).
 */
function lookedUp(operation: Row["operation"], kind: PartyKind, found: number): readonly string[] {
  const last = loggedOperations.includes(operation) ? ["access log"] : [];
  if (operation === "searchPerson") return ["ofPerson", ...Array<string>(found).fill("find"), ...last];
  return kind === "executor" ? ["find", ...last] : last;
}

const guarded = accessMatrix.filter((row) => "scope" in row);

describe.each(guarded.map((row) => [`${row.method} ${row.path}`, row] as const))("%s", (_address, row) => {
  for (const kind of partyKinds) {
    const party = stranger[kind];
    const reach = reachOf(row, kindsOf(party, parties));
    if (reach.length === 0) itIsRefused(row, party);
    else if (!reach.includes("all")) itIsNotThere(row, kind);
  }

  it("answers 401 with a problem where there is no token", async () => {
    const { answer, calls } = await ask(row, { party: undefined, decisionId: there });

    expect(answer).toMatchObject({
      statusCode: 401,
      headers: { "WWW-Authenticate": "Bearer", "Content-Type": "application/problem+json" },
    });
    expect(calls).toEqual([]);
  });
});

function itIsRefused(row: Row, party: string): void {
  it(`is refused to ${party}, which may not use it: 403, and nothing is looked up`, async () => {
    for (const decisionId of [there, nowhere]) {
      const { answer, calls } = await ask(row, { party, decisionId });

      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain("urn:hemvist:problem:not-allowed");
      expect(calls).toEqual([]);
    }
  });
}

function itIsNotThere(row: Row, kind: PartyKind): void {
  const party = stranger[kind];
  it(`answers ${party} the same about another party's as about what does not exist`, async () => {
    const another = await ask(row, { party, decisionId: there });
    const none = await ask(row, { party, decisionId: nowhere });

    expect(none.answer.statusCode).toBe(notThere[row.operation]);
    expect(none.calls).toEqual(lookedUp(row.operation, kind, 0));
    expect(another.answer.statusCode).toBe(none.answer.statusCode);
    // A refusal names what the message named, and nothing else.
    expect(another.answer.body.replaceAll(there, nowhere)).toBe(none.answer.body);
    expect(another.answer.headers).toEqual(none.answer.headers);
    expect(another.calls).toEqual(lookedUp(row.operation, kind, 1));
    expect(another.answer.body).not.toContain("kompetenscenter");
  });
}

describe("a party that has something to do with it", () => {
  it.each([
    ["readDecision", "sf-centrum", 200],
    ["readAssignment", "sf-centrum", 200],
    ["readAssignment", "kompetenscenter", 200],
    ["reportProgress", "kompetenscenter", 200],
    ["reportProgress", "sf-centrum", 403],
    ["makeProposal", "sf-centrum", 403],
    ["answerProposal", "sf-centrum", 200],
    ["withdrawProposal", "kompetenscenter", 200],
    ["searchPerson", "sf-centrum", 200],
    ["receiveDecision", "sf-centrum", 409],
    ["checkDecision", "sf-centrum", 200],
    ["listModels", "arbvux", 200],
    ["readModel", "kompetenscenter", 200],
  ] as const)("%s as %s gets %i", async (operation, party, status) => {
    const { answer } = await ask(rowOf(operation), { party, decisionId: there });

    expect(answer.statusCode).toBe(status);
  });

  it("and had the assignment before it moved, reads its own part, and changes nothing", async () => {
    const vocational = anIntervention({ interventionId: "1", subArea: "competence.vocational" });
    const before = progressed(received(aDecision({ interventions: [vocational] })), aReport("received"));
    const moved = received(
      aDecision({ revision: 2, interventions: [{ ...vocational, service: "ama-yrkesintro" }] }),
      { after: before, at: "2026-11-12T09:00:00Z" },
    );
    const asked = { party: "kompetenscenter", decisionId: there };
    const { answer } = await ask(rowOf("readAssignment"), asked, memoryCases(moved));
    const { answer: reported } = await ask(rowOf("reportProgress"), asked, memoryCases(moved));

    expect(JSON.parse(answer.body)).toMatchObject({
      provider: "kompetenscenter",
      subArea: "competence.vocational",
      heldUntil: "2026-11-12T09:00:00Z",
      open: [],
    });
    expect(answer.body).not.toContain("arbetsmarknadsanstallning");
    expect(JSON.parse(reported.body)).toMatchObject({ type: "urn:hemvist:problem:not-yours", status: 403 });
  });

  it("finds a person, and no other party does", async () => {
    const body = async (party: string) =>
      JSON.parse((await ask(rowOf("searchPerson"), { party, decisionId: there })).answer.body).interventions;

    expect(await body("sf-centrum")).toHaveLength(2);
    expect(await body("sf-hisingen")).toEqual([]);
  });
});

describe("a record that cannot be read", () => {
  // As the table's adapter does: it gives the error to a caller that can go on without the record.
  const unreadable: CaseStore = {
    ...memoryCases(stored),
    find: (key, onUnreadable) => {
      const error = new TypeError("of another version");
      if (onUnreadable === undefined) return Promise.reject(error);
      onUnreadable(key, error);
      return Promise.resolve(undefined);
    },
  };
  const asked = (operation: Row["operation"], party: string) =>
    ask(rowOf(operation), { party, decisionId: there }, unreadable);

  it.each(["readAssignment", "reportProgress", "makeProposal", "withdrawProposal"] as const)(
    "does not exist for a provider: %s",
    async (operation) => {
      for (const party of ["kompetenscenter", "arbetsmarknadsanstallning"]) {
        const { answer } = await asked(operation, party);
        const none = await ask(rowOf(operation), { party, decisionId: nowhere });

        expect(answer.statusCode).toBe(404);
        expect(answer.body.replaceAll(there, nowhere)).toBe(none.answer.body);
        expect(answer.headers).toEqual(none.answer.headers);
      }
    },
  );

  it("is a fault for the administration that made it, which knows that it exists", async () => {
    expect((await asked("readAssignment", "sf-centrum")).answer.statusCode).toBe(500);
    expect((await asked("readDecision", "sf-centrum")).answer.statusCode).toBe(500);
    expect((await asked("readDecision", "sf-hisingen")).answer.statusCode).toBe(404);
  });
});

it.each([
  ["an answer", "reportProgress", "kompetenscenter"],
  ["a refusal", "readDecision", "kompetenscenter"],
] as const)(
  "each line of %s in the log names the party, and no line another's",
  async (_what, operation, party) => {
    await ask(rowOf(operation), { party, decisionId: there });
    const lines = logged().filter((line) => line.includes('"level"'));

    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ party });
  },
);

type Handler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>;

const rowOf = (operation: Row["operation"]): Row => {
  const row = accessMatrix.find((one) => one.operation === operation);
  if (row === undefined) throw new Error(`no operation ${operation}`);
  return row;
};

/** Asks the function that answers the operation. Returns its answer and the calls that it made to the store. */
async function ask(
  row: Row,
  { party, decisionId }: { readonly party: string | undefined; readonly decisionId: string },
  records: CaseStore = memoryCases(stored),
): Promise<{ readonly answer: APIGatewayProxyResult; readonly calls: readonly string[] }> {
  const calls: string[] = [];
  const counted =
    <Args extends readonly unknown[], T>(name: keyof CaseStore, call: (...args: Args) => T) =>
    (...args: Args): T => {
      calls.push(name);
      return call(...args);
    };
  const cases: CaseStore = {
    find: counted("find", records.find),
    save: counted("save", records.save),
    due: counted("due", records.due),
    ofPerson: counted("ofPerson", records.ofPerson),
    ofCase: counted("ofCase", records.ofCase),
  };
  const access: Access = row;
  const headers = {
    "Content-Type": "application/json",
    ...(party === undefined ? {} : { Authorization: `Bearer ${party}` }),
  };
  const event = aRequest({
    ...asking[row.operation](decisionId),
    httpMethod: access.method,
    resource: access.path,
    headers,
  });
  const write = () => {
    calls.push("access log");
    return Promise.resolve({ chain: "", sequence: 1, hash: "" });
  };
  return { answer: await handlerOf(row.operation, { cases, accesses: { write } })(event, context), calls };
}

function handlerOf(
  operation: Row["operation"],
  stores: { readonly cases: CaseStore; readonly accesses: Pick<AccessLog, "write"> },
): Handler {
  const { receiving, recording, reading } = functionsOn(stores);
  const overHttp = (handler: unknown): Handler => handler as Handler;
  switch (operation) {
    case "receiveDecision":
    case "checkDecision":
    case "answerProposal":
      return overHttp(receiving);
    case "reportProgress":
    case "makeProposal":
    case "withdrawProposal":
      return overHttp(recording);
    default:
      return overHttp(reading);
  }
}
