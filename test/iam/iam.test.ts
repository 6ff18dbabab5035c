import { partiesOf } from "@hemvist/rules";
import { beforeAll, describe, expect, it } from "vitest";
import { goteborg } from "../support/goteborg.ts";
import { against } from "./against-matrix.ts";
import { type Judged, judgeAll } from "./judge-all.ts";
import { matrix } from "./matrix.ts";
import { linesOf, tableOf } from "./table.ts";
import { templatesOf } from "./templates.ts";
import { withFurther } from "./with-further.ts";

const kindsIn = ({ resources }: Judged): readonly string[] => resources.map(({ kind }) => kind);

describe("the templates of production", () => {
  let judged: Judged;
  beforeAll(async () => {
    judged = await judgeAll(templatesOf("production"));
  });

  it("grant what test/iam/matrix.ts says, and nothing more", () => {
    expect(judged.cells).toBeGreaterThan(150_000);
    expect(against(tableOf(judged), kindsIn(judged))).toEqual({ extra: [], missing: [] });
  });

  it("grant nothing without TLS", () => {
    expect(judged.withoutTls).toEqual([]);
  });

  it("grant nothing of another party's to a party, and nothing to a stranger or to a person without a policy", () => {
    const lines = linesOf(tableOf(judged));

    expect(lines.filter((line) => line.endsWith(", of another"))).toEqual([]);
    expect(lines.filter((line) => line.startsWith("a stranger") || line.startsWith("a user"))).toEqual([]);
  });
});

describe("with generated parties", () => {
  it("no party's role reaches another's queue or key, and each has what every party has", async () => {
    const parties = withFurther(partiesOf(goteborg), 12);
    const judged = await judgeAll(templatesOf("production", parties), {
      only: ({ party }) => party !== undefined,
    });
    const { "a party": row = {} } = matrix;

    expect(judged.principals).toHaveLength(partiesOf(goteborg).executors.length + 1 + 12);
    expect(against(tableOf(judged), kindsIn(judged), { "a party": row })).toEqual({ extra: [], missing: [] });
  });
});

describe("a difference from the matrix", () => {
  const found = { "read-case": { "table decisions": ["GetItem", "Scan"] } };

  it("is a grant that the matrix does not have", () => {
    const declared = { "read-case": { "table decisions": ["GetItem"] } };

    expect(against(found, [], declared)).toEqual({
      extra: ["read-case: Scan on table decisions"],
      missing: [],
    });
  });

  it("is a grant that the templates do not have", () => {
    const declared = { "read-case": { "table decisions": ["GetItem", "PutItem", "Scan"] } };

    expect(against(found, [], declared)).toEqual({
      extra: [],
      missing: ["read-case: PutItem on table decisions"],
    });
  });
});
