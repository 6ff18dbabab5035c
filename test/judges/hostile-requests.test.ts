import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { startHemvist } from "../../packages/sandbox/hemvist.ts";
import { fetchToken } from "../../packages/sandbox/parties/access-token.ts";
import { clientOf } from "../../packages/sandbox/parties/parties.ts";
import { judgeNamed } from "./judges.ts";

// Schemathesis makes requests from the OpenAPI document by its own lights, and judges the answers by it. `npm run fuzz`
// does the same, and we wrote that ourselves.

const python = judgeNamed("schemathesis");
const checks = [
  "not_a_server_error",
  "status_code_conformance",
  "content_type_conformance",
  "response_headers_conformance",
  "response_schema_conformance",
  "allow_header_conformance",
  "ignored_auth",
];

/** Its own report, and its exit status: 0 if it found nothing. */
function judged(apiUrl: string, token: string): Promise<{ readonly code: number; readonly report: string }> {
  const args = [
    ["run", `${apiUrl}/v1/openapi.yaml`],
    ["--header", `Authorization: Bearer ${token}`],
    ["--checks", checks.join(",")],
    ["--phases", "examples,fuzzing"],
    ["--max-examples", "12"],
    ["--seed", "1"],
    ["--workers", "1"],
    ["--suppress-health-check", "all"],
    ["--generation-database", "none"],
    ["--no-shrink", "--no-color"],
  ].flat();
  return new Promise((resolve) => {
    // What it leaves behind, it leaves in a folder for temporary files.
    const options = { maxBuffer: 2 ** 26, cwd: tmpdir() };
    execFile(join(dirname(python ?? ""), "st"), args, options, (error, report) =>
      resolve({ code: error === null ? 0 : 1, report }),
    );
  });
}

describe.skipIf(python === undefined)("Schemathesis", () => {
  it("finds nothing wrong with the API, as an SF and as a provider", async () => {
    const system = await startHemvist({ startsAt: "2026-11-02T09:00:00Z", templates: inject("templates") });
    try {
      for (const party of ["sf-centrum", "kompetenscenter"]) {
        const token = await fetchToken(clientOf(system, party));

        expect(await judged(system.apiUrl, token)).toMatchObject({ code: 0 });
      }
    } finally {
      await system.stop();
    }
  });
});
