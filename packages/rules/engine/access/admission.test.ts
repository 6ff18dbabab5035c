import { describe, expect, it } from "vitest";
import { goteborg } from "../../municipalities/goteborg/municipality.ts";
import { partiesOf } from "../municipality.ts";
import { trialParty } from "../trial.ts";
import { type Access, accessMatrix, partyKinds, scopes } from "./access-matrix.ts";
import {
  accessOf,
  callerOf,
  isOpenToAll,
  kindsOf,
  partyIn,
  reachOf,
  scopeInToken,
  scopesFor,
} from "./admission.ts";

const parties = partiesOf(goteborg);
const rows: readonly Access[] = accessMatrix;
const guarded = rows.filter(({ scope }) => scope !== undefined);
const tokenOf = (party: string): readonly string[] => [
  `hemvist/party.${party}`,
  ...scopesFor(kindsOf(party, parties)).map(scopeInToken),
];
const party = {
  administration: "sf-centrum",
  executor: "kompetenscenter",
  listener: "arbvux",
  trial: trialParty,
} as const;

describe("the access matrix", () => {
  it("names each operation and each address with its method once", () => {
    expect(new Set(rows.map(({ operation }) => operation)).size).toBe(rows.length);
    expect(new Set(rows.map(({ method, path }) => `${method} ${path}`)).size).toBe(rows.length);
  });

  it("leaves open only what describes the API itself", () => {
    expect(rows.filter(({ scope }) => scope === undefined).map(({ path }) => path)).toEqual([
      "/v1/api-info",
      "/v1/openapi.yaml",
      "/v1/jwks.json",
    ]);
    expect(isOpenToAll("/v1/api-info")).toBe(true);
    expect(isOpenToAll("/v1/decisions")).toBe(false);
    expect(isOpenToAll("/v1/other")).toBe(false);
  });

  it("has a use for every scope", () => {
    expect(scopes.filter((scope) => !rows.some((row) => row.scope === scope))).toEqual([]);
  });

  it("lets hemvist's own party make, carry out and read its own decisions, and nothing else", () => {
    expect(
      rows.flatMap(({ operation, by: { trial } }) => (trial === undefined ? [] : [`${operation}: ${trial}`])),
    ).toEqual([
      "receiveDecision: own-decisions",
      "readDecision: own-decisions",
      "readAssignment: own-decisions",
      "reportProgress: present-assignments",
    ]);
    expect(kindsOf(trialParty, parties)).toEqual(["trial"]);
  });

  it("lets a party search for persons only as an administration, and a listener read nothing of a person", () => {
    expect(scopesFor(["executor"])).toEqual(["assignments.read", "assignments.report", "models.read"]);
    expect(scopesFor(["listener"])).toEqual(["models.read"]);
    expect(scopesFor(["administration"])).not.toContain("assignments.report");
    expect(scopesFor(["administration", "executor"])).toEqual([...scopes]);
  });
});

describe("a caller", () => {
  it.each(guarded.flatMap((row) => partyKinds.map((kind) => [row.operation, kind, row] as const)))(
    "of %s as %s gets what the matrix says, and nothing else",
    (_operation, kind, row) => {
      const code = party[kind];
      const kinds = kindsOf(code, parties);
      const all = [`hemvist/party.${code}`, ...scopes.map(scopeInToken)];
      const reach = reachOf(row, kinds);

      expect(callerOf(row, { granted: all, parties })).toEqual(
        reach.length === 0 ? undefined : { party: code, reach },
      );
      expect(callerOf(row, { granted: tokenOf(code), parties })).toEqual(
        reach.length === 0 ? undefined : { party: code, reach },
      );
    },
  );

  it.each(guarded)("of $operation needs its scope", (row) => {
    const granted = tokenOf("sf-centrum").filter((scope) => scope !== `hemvist/${row.scope}`);

    expect(callerOf(row, { granted, parties })).toBeUndefined();
  });

  it.each([
    ["no party", scopes.map(scopeInToken)],
    ["a party that the models do not name", tokenOf("sf-centrum").with(0, "hemvist/party.sf-other")],
    ["two parties", [...tokenOf("sf-centrum"), "hemvist/party.sf-hisingen"]],
    ["the party of another API", tokenOf("sf-centrum").with(0, "other/party.sf-centrum")],
  ])("is refused with a token that names %s", (_what, granted) => {
    expect(guarded.flatMap((row) => callerOf(row, { granted, parties }) ?? [])).toEqual([]);
  });

  it("is admitted to nothing by an operation without a scope", () => {
    const open = accessOf("GET", "/v1/api-info");

    expect(open && callerOf(open, { granted: tokenOf("sf-centrum"), parties })).toBeUndefined();
  });
});

it("a HEAD is a GET, and another method or address has no line", () => {
  expect(accessOf("HEAD", "/v1/models")?.operation).toBe("listModels");
  expect(accessOf("DELETE", "/v1/models")).toBeUndefined();
  expect(accessOf("GET", "/v1/decisions")).toBeUndefined();
  expect(partyIn(["hemvist/party.a"])).toBe("a");
});
