import { describe, expect, it } from "vitest";
import { matchRoute, type Route } from "./routes.ts";

const route = (resourcePath: string, method = "ANY"): Route => ({
  resourcePath,
  method,
  functionArn: resourcePath,
});

const routes = [
  route("/v1/models"),
  route("/v1/models/{name}"),
  route("/v1/models/latest", "GET"),
  route("/v1/files/{path+}"),
  route("/v1/decisions", "POST"),
];

const matched = (method: string, path: string) => {
  const match = matchRoute({ routes, method, path });
  return match && { to: match.route.resourcePath, ...match.pathParameters };
};

describe("a route", () => {
  it.each([
    ["written out", "GET", "/v1/models", { to: "/v1/models" }],
    [
      "with a parameter",
      "GET",
      "/v1/models/goteborg-2025-07",
      { to: "/v1/models/{name}", name: "goteborg-2025-07" },
    ],
    ["with a parameter, decoded", "GET", "/v1/models/a%20b", { to: "/v1/models/{name}", name: "a b" }],
    ["written out before a parameter", "GET", "/v1/models/latest", { to: "/v1/models/latest" }],
    ["with the rest", "GET", "/v1/files/a/b", { to: "/v1/files/{path+}", path: "a/b" }],
    ["of one method", "POST", "/v1/decisions", { to: "/v1/decisions" }],
    ["of another method", "GET", "/v1/decisions", undefined],
    ["of another method, where a parameter would fit", "PUT", "/v1/models/latest", undefined],
    ["not declared", "GET", "/v1", undefined],
    ["with an empty parameter", "GET", "/v1/models/", undefined],
  ])("%s", (_name, method, path, expected) => {
    expect(matched(method, path)).toEqual(expected);
  });
});
