import { expect, it } from "vitest";
import { synthesised } from "./synthesised.ts";

it("is made of these resources", () => {
  const lines = synthesised()
    .all.map(({ stack, id, type }) => `${stack}  ${type}  ${withoutHash({ id, type })}`)
    .sort();

  expect(lines.join("\n")).toMatchSnapshot();
});

/** A deployment's id and a version's change with what is in them; all other ids are for ever, or the resource is replaced. */
function withoutHash({ id, type }: { readonly id: string; readonly type: string }): string {
  return ["AWS::ApiGateway::Deployment", "AWS::Lambda::Version"].includes(type)
    ? id.replace(/[0-9a-f]{32}$/, "<hash>")
    : id;
}
