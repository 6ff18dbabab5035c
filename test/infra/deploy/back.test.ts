import {
  type AliasConfiguration,
  GetAliasCommand,
  LambdaClient,
  ListVersionsByFunctionCommand,
  UpdateAliasCommand,
} from "@aws-sdk/client-lambda";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { backwards, movedBack } from "../../../infra/deploy/back.ts";
import { synthesised } from "../synthesised.ts";

const lambda = mockClient(LambdaClient);

/** Versions as AWS lists them: `$LATEST` first, then by age, in pages. */
function versions(live: string, pages: readonly (readonly string[])[]): void {
  lambda.on(GetAliasCommand).resolves({ FunctionVersion: live } satisfies AliasConfiguration);
  for (const [index, page] of pages.entries())
    lambda.on(ListVersionsByFunctionCommand, index === 0 ? {} : { Marker: String(index) }).resolves({
      Versions: page.map((Version) => ({ Version })),
      ...(index + 1 < pages.length ? { NextMarker: String(index + 1) } : {}),
    });
}

const moves = (): readonly unknown[] =>
  lambda.commandCalls(UpdateAliasCommand).map(({ args: [{ input }] }) => input);

beforeEach(() => {
  lambda.reset();
  lambda.on(UpdateAliasCommand).resolves({});
});

describe("moving `live` back", () => {
  it("knows every function that has a `live`", () => {
    const { of, pointedAt } = synthesised();
    const named = of("AWS::Lambda::Alias").map(({ properties }) =>
      String(pointedAt(properties["FunctionName"]).properties["FunctionName"]),
    );

    expect(backwards.toSorted()).toEqual(named.toSorted());
  });

  it("takes the nearest version before, by number, whatever the order of the list", async () => {
    versions("11", [
      ["$LATEST", "12"],
      ["9", "10"],
      ["2", "11"],
    ]);

    expect(await movedBack(new LambdaClient({}), ["hemvist-report"])).toEqual([
      { name: "hemvist-report", from: "11", to: "10" },
    ]);
    expect(moves()).toEqual([{ FunctionName: "hemvist-report", Name: "live", FunctionVersion: "10" }]);
  });

  it("leaves `live` where there is no version before it", async () => {
    versions("1", [["$LATEST", "1", "2"]]);

    expect(await movedBack(new LambdaClient({}), ["hemvist-report"])).toEqual([
      { name: "hemvist-report", from: "1" },
    ]);
    expect(moves()).toEqual([]);
  });

  it("moves what writes records before what only reads them", async () => {
    versions("2", [["$LATEST", "1", "2"]]);
    const order = (await movedBack(new LambdaClient({}))).map(({ name }) => name);

    for (const writer of ["receive-decision", "record-progress", "follow-up"])
      for (const reader of ["hand-off", "read-case", "report"])
        expect(order.indexOf(`hemvist-${writer}`)).toBeLessThan(order.indexOf(`hemvist-${reader}`));
  });
});
