import { describe, expect, it } from "vitest";
import { aSystem } from "./a-system.ts";
import { sample, traineeship } from "./sample.ts";

const system = await aSystem();
const centrum = system.party("sf-centrum");
const json = { "Content-Type": "application/json" };
const post = (body: string, headers: Readonly<Record<string, string>> = json, path = "/v1/decisions") =>
  centrum.call(path, { method: "POST", headers, body });

describe("a case system posts a decision", () => {
  it("and is answered 202 with a Location that shows what became of it", async () => {
    const response = await post(sample(traineeship));
    const location = response.headers.get("location") ?? "";

    expect(response.status).toBe(202);
    expect(location).toBe(`${system.apiUrl}/v1/decisions/sf-centrum/SFC-2026-004711`);
    expect(await system.get(location)).toMatchObject({
      status: 200,
      body: {
        outcome: "assigned",
        version: 1,
        assignments: [{ provider: "kompetenscenter", status: "requested" }, {}],
      },
    });
  });

  it("again, and gets the stored answer", async () => {
    const response = await post(sample(traineeship));

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ outcome: "assigned", version: 1 });
  });

  it("with other content under the same revision: 409, and the original is untouched", async () => {
    const before = await system.get("/v1/decisions/sf-centrum/SFC-2026-004711");
    const response = await post(sample(traineeship, { caseNumber: "2026-1" }));

    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ type: "urn:hemvist:problem:content-differs", revision: 1 });
    expect(await system.get("/v1/decisions/sf-centrum/SFC-2026-004711")).toEqual(before);
  });

  it("that skips a revision: 409 with the one expected", async () => {
    const response = await post(sample(traineeship, { revision: 3 }));

    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ expectedRevision: 2 });
  });

  it("that breaks a rule: 422 with what would have to be otherwise; a corrected one may follow", async () => {
    const { employmentServiceConsultation, ...unconsulted } = JSON.parse(
      sample(traineeship, { decisionId: "SFC-A" }),
    );
    const returned = await post(JSON.stringify(unconsulted));
    const corrected = await post(JSON.stringify({ ...unconsulted, employmentServiceConsultation }));

    expect(returned.status).toBe(422);
    expect(returned.headers.get("content-type")).toContain("application/problem+json");
    expect(await returned.json()).toMatchObject({
      outcome: "returned",
      findings: [{ rule: "employment-service-consulted", pointer: "/employmentServiceConsultation/heldOn" }],
    });
    expect(corrected.status).toBe(202);
  });

  it("that cannot be read: 400 with every fault at once, in both languages", async () => {
    const response = await post(
      sample(traineeship, { decisionId: "SFC-B", decidedOn: "2026-02-30", extra: 1, caseNumber: "" }),
    );
    const { faults } = (await response.json()) as { faults: { pointer: string; sv: string; en: string }[] };

    expect(response.status).toBe(400);
    expect(faults.map(({ pointer }) => pointer).sort()).toEqual(["/caseNumber", "/decidedOn", "/extra"]);
    expect(faults.every(({ sv, en }) => sv !== "" && en !== "")).toBe(true);
  });

  it.each([
    ["that is no JSON", "{", json, 400],
    ["as plain text", "{}", { "Content-Type": "text/plain" }, 415],
    ["that is larger than 64 KiB", JSON.stringify({ a: "x".repeat(70_000) }), json, 413],
  ])("%s", async (_what, body, headers, status) => {
    const response = await post(body, headers);

    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
  });
});

describe("a decision in another encoding than UTF-8", () => {
  const swedish = sample(traineeship, {
    decisionId: "SFC-D",
    person: { identityNumber: "18900118-9803", protectedIdentity: false, givenName: "Åsa" },
  });
  const postBytes = (body: Buffer, type = "application/json") =>
    centrum.call("/v1/decisions", { method: "POST", headers: { "Content-Type": type }, body });

  it("is refused where each spoilt text stands, and no person is called \ufffdsa", async () => {
    const response = await postBytes(Buffer.from(swedish, "latin1"));

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      administration: "sf-centrum",
      decisionId: "SFC-D",
      revision: 1,
      faults: expect.arrayContaining([
        expect.objectContaining({ pointer: "/person/givenName", code: "not-text" }),
      ]),
    });
    expect((await system.get("/v1/decisions/sf-centrum/SFC-D")).status).toBe(404);
  });

  it("is refused whole where its content type says so: 415", async () => {
    const response = await postBytes(Buffer.from(swedish, "latin1"), "application/json; charset=ISO-8859-1");

    expect(response.status).toBe(415);
  });

  it("is read in UTF-8, with a byte order mark too", async () => {
    const response = await postBytes(Buffer.from(`\ufeff${swedish}`));

    expect(response.status).toBe(202);
  });
});

describe("a message that would be answered by far more than it is", () => {
  it.each([2000, 21_000])("%i empty interventions: fifty faults, and their number", async (count) => {
    const response = await post(JSON.stringify({ interventions: Array(count).fill({}) }));
    const text = await response.text();

    expect(response.status).toBe(400);
    expect(text.length).toBeLessThan(100_000);
    const { faults } = JSON.parse(text) as { faults: { code: string; count?: number }[] };
    expect(faults).toHaveLength(51);
    expect(faults.at(-1)).toMatchObject({ code: "too-many-faults" });
    expect(faults.at(-1)?.count).toBeGreaterThan(400);
  });
});

describe("the API", () => {
  it("answers HEAD as GET, without the body", async () => {
    const response = await centrum.call("/v1/models", { method: "HEAD" });

    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  });

  it("answers a method that an address does not take with 405 and those it does", async () => {
    const response = await centrum.call("/v1/decisions", { method: "DELETE" });

    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
  });

  it("answers an address that is none with problem+json", async () => {
    const response = await fetch(`${system.apiUrl}/v2/decisions`);

    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
  });

  it("checks a decision without storing it", async () => {
    const response = await post(sample(traineeship, { decisionId: "SFC-C" }), json, "/v1/decision-checks");

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      outcome: "assigned",
      assignments: [{ status: "requested" }, {}],
    });
    expect((await system.get("/v1/decisions/sf-centrum/SFC-C")).status).toBe(404);
  });

  it("describes itself and its models", async () => {
    expect(await system.get("/v1/api-info")).toMatchObject({
      status: 200,
      body: { apiName: "hemvist", apiStatus: "active" },
    });
    expect(await system.get("/v1/models")).toMatchObject({
      body: { models: [{ name: "goteborg-2024-01" }, { name: "goteborg-2025-07" }] },
    });
    expect(await system.get("/v1/models/goteborg-2025-07")).toMatchObject({
      status: 200,
      body: { validFrom: "2025-07-01" },
    });
    expect((await fetch(`${system.apiUrl}/v1/openapi.yaml`)).headers.get("content-type")).toContain("yaml");
  });

  it("finds a person's interventions by number or by case, never by an address", async () => {
    const search = async (body: object) =>
      (await post(JSON.stringify(body), json, "/v1/person-searches")).json();
    const byNumber = await search({ identityNumber: "18900118-9803", purpose: "follow-up" });
    const byCase = await search({
      administration: "sf-centrum",
      caseNumber: "2026-88231",
      purpose: "follow-up",
    });

    expect(byNumber).toMatchObject({
      interventions: expect.arrayContaining([expect.objectContaining({ decisionId: "SFC-2026-004711" })]),
    });
    expect(byCase).toEqual(byNumber);
    expect(await search({ administration: "sf-centrum", reference: "SFC-9", purpose: "follow-up" })).toEqual({
      interventions: [],
      gaps: [],
      overlaps: [],
    });
  });
});
