import { partiesOf } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { settingsFor } from "../../infra/settings.ts";
import { goteborg } from "../support/goteborg.ts";
import { policiesOfFunction } from "./policies.ts";
import { type Synthesised, synthesised } from "./synthesised.ts";

const senders = ["receive-decision", "hand-off", "record-progress", "operate"];

/** The parties for which a function signs. */
function signsFor(templates: Synthesised, name: string): unknown {
  const lambda = templates
    .of("AWS::Lambda::Function")
    .find(({ properties }) => properties["FunctionName"] === `hemvist-${name}`);
  const { Variables } = (lambda?.properties["Environment"] ?? {}) as { Variables?: Record<string, unknown> };
  const [, parties] = /"parties":(\[.*?\])\}/.exec(written(Variables?.["SIGNING"])) ?? [];
  return JSON.parse(parties ?? "null") as unknown;
}

function written(value: unknown): string {
  if (typeof value === "string") return value;
  const { "Fn::Join": join } = value as { "Fn::Join"?: readonly [string, readonly unknown[]] };
  return join === undefined ? "key" : join[1].map(written).join(join[0]);
}

describe("the parties that check hemvist's signatures", () => {
  it.each([
    ["receive-decision", ["sf-centrum"]],
    ["record-progress", ["kompetenscenter", "sf-centrum"]],
    ["hand-off", ["kompetenscenter", "sf-centrum", "arbvux"]],
    ["operate", ["kompetenscenter", "sf-centrum", "arbvux"]],
  ])("are known to %s as far as it sends to them: %j", (name, parties) => {
    const partners = {
      arbetsmarknadsanstallning: {},
      arbvux: { verifies: true },
      kompetenscenter: { verifies: true },
      "sf-centrum": { verifies: true },
    } as const;

    expect(signsFor(synthesised("production", { partners }), name)).toEqual(parties);
    expect(signsFor(synthesised("production"), name)).toEqual([]);
  });

  it("are an administration and a provider in the local run, so that both kinds of messages are signed there", () => {
    const { partners = {} } = settingsFor("local");

    expect(Object.keys(partners).filter((party) => partners[party]?.verifies)).toEqual(
      expect.arrayContaining(["kompetenscenter", "sf-centrum"]),
    );
    expect(Object.values(partners).filter(({ verifies }) => verifies)).toHaveLength(2);
  });

  it("stop the synthesis before they fill a function's settings", () => {
    const codes = Array.from({ length: 60 }, (_, index) => `provider-${index}`);
    const parties = partiesOf(goteborg);

    expect(() =>
      synthesised("production", {
        partners: Object.fromEntries(codes.map((code) => [code, { verifies: true }])),
        parties: { ...parties, executors: [...parties.executors, ...codes] },
      }),
    ).toThrow("of a function's settings, of 500");
  });
});

describe("the key that signs", () => {
  it("can be derived by what sends to parties, and by no function that only reads", () => {
    const templates = synthesised();
    const key = templates
      .of("AWS::KMS::Key")
      .find(({ properties }) => properties["Description"] === "hemvist: signatures of messages to parties");
    const holders = templates
      .of("AWS::Lambda::Function")
      .map(({ properties }) => String(properties["FunctionName"]).replace("hemvist-", ""))
      .filter((name) =>
        policiesOfFunction(templates, name).some(({ properties }) =>
          JSON.stringify(properties).includes(key?.id ?? "no key"),
        ),
      );

    expect(holders.toSorted()).toEqual(senders.toSorted());
  });
});
