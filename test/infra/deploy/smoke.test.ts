import { describe, expect, it } from "vitest";
import { smoke } from "../../../infra/deploy/smoke.ts";

const json = (status: number, type = "application/json") =>
  new Response("{}", { status, headers: { "Content-Type": type } });

/** An API with these answers, by path. */
function api(answers: Readonly<Record<string, () => Response>>) {
  const asked: string[] = [];
  const ask: typeof fetch = (url) => {
    asked.push(String(url));
    const { pathname } = new URL(String(url));
    const [, answer] = Object.entries(answers).find(([path]) => pathname.endsWith(path)) ?? [];
    return answer === undefined
      ? Promise.reject(new TypeError("fetch failed", { cause: { code: "ENOTFOUND" } }))
      : Promise.resolve(answer());
  };
  return { ask, asked };
}

describe("the smoke test", () => {
  it("is fine where the API answers, and refuses a person's data without a token", async () => {
    const { ask, asked } = api({
      "/v1/api-info": () => json(200),
      "/v1/decisions/none": () => json(401, "application/problem+json"),
    });

    expect((await smoke("https://example.org/live/", ask)).map(({ is }) => is)).toEqual(["fine", "fine"]);
    expect(asked).toEqual([
      "https://example.org/live/v1/api-info",
      "https://example.org/live/v1/decisions/none",
    ]);
  });

  it("keeps the base path of an own domain", async () => {
    const { ask, asked } = api({});
    await smoke("https://example.org/hemvist", ask);

    expect(asked[0]).toBe("https://example.org/hemvist/v1/api-info");
  });

  it.each([
    ["opens to a caller without a token", 200, "application/json"],
    ["refuses in another form than the contract's", 401, "text/html"],
  ])("stops at an API that %s", async (_what, status, type) => {
    const { ask } = api({ "/v1/api-info": () => json(200), "/v1/decisions/none": () => json(status, type) });

    expect((await smoke("https://example.org/", ask)).map(({ is }) => is)).toEqual(["fine", "stops"]);
  });

  it("says why it does not answer at all", async () => {
    const { ask } = api({});

    expect(await smoke("https://example.org/", ask)).toMatchObject([
      { is: "stops", says: "It does not answer: ENOTFOUND" },
      { is: "stops" },
    ]);
  });
});
