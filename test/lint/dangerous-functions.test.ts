import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const onLambda = ["adapters", "casework", "contracts", "figures", "operations", "rules", "runtime"];
const files = ["functions", ...onLambda.map((name) => join("packages", name))].flatMap(sourcesIn);

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => file.endsWith(".ts") && !/\.test\.ts$|node_modules|\/openapi\//.test(file));
}

const filesWith = (pattern: RegExp): readonly string[] =>
  files.filter((file) => pattern.test(readFileSync(join(root, file), "utf8")));

describe("the code that runs on Lambda", () => {
  it("is looked for in many files", () => {
    expect(files.length).toBeGreaterThan(150);
  });

  it("runs no text as code, and starts no process", () => {
    expect(filesWith(/\beval\(|new Function\b|node:(vm|child_process|worker_threads|cluster)/)).toEqual([]);
  });

  it("makes a regular expression of its own words only", () => {
    expect(filesWith(/\bRegExp\(/).toSorted()).toEqual([
      // Of the type's own name, escaped.
      "packages/contracts/envelope.ts",
      "packages/contracts/shown-ids.ts",
      "packages/rules/engine/citations/paragraphs.ts",
      "packages/rules/engine/citations/read-citation.ts",
      "packages/rules/engine/citations/statutes.ts",
    ]);
  });

  it("puts no value into an expression of DynamoDB's: values go beside it", () => {
    expect(filesWith(/Expression\w*:\s*(?:`[^`]*\$\{|"[^"]*" *\+)/)).toEqual([]);
  });

  it("asks no address but AWS's and the issuer's that its settings name, and sends the issuer no token", () => {
    expect(filesWith(/\bfetch\(|from "(?:node:)?(?:https?|http2|net|tls|dgram|dns)"/).toSorted()).toEqual([
      // The command's, on an operator's machine: it asks the URL that AWS gives.
      "packages/adapters/function-url.ts",
      "packages/runtime/bounded-fetch.ts",
    ]);
    const { headers } =
      /fetch\(url, \{.*headers: \{ (?<headers>[^}]+) \}/.exec(
        readFileSync(join(root, "packages/runtime/bounded-fetch.ts"), "utf8"),
      )?.groups ?? {};
    expect(headers).toBe('accept: "application/json"');
  });

  it("believes every certificate that Node believes, and no other", () => {
    expect(filesWith(/rejectUnauthorized|NODE_TLS_|checkServerIdentity|secureProtocol/)).toEqual([]);
  });

  it("draws no number that can be guessed", () => {
    expect(filesWith(/Math\.random/)).toEqual([]);
  });

  it("reads no file but what lies beside its bundle, and writes none", () => {
    expect(filesWith(/from "(?:node:)?fs(?:\/promises)?"/)).toEqual(["packages/runtime/bundled-text.ts"]);
  });
});

describe("a local run", () => {
  it("listens in one place only, and there on 127.0.0.1 (SECURITY.md says so)", () => {
    const local = ["packages/local", "packages/sandbox"].flatMap(sourcesIn);
    const listening = local.filter((file) => /\.listen\(/.test(readFileSync(join(root, file), "utf8")));

    expect(listening).toEqual(["packages/local/front/listening.ts"]);
    const [file = ""] = listening;
    const calls = readFileSync(join(root, file), "utf8").match(/\.listen\([^)]*\)/g);
    expect(calls).toEqual([expect.stringContaining('"127.0.0.1"')]);
  });
});

describe("docs/security/keys.md", () => {
  const page = readFileSync(join(root, "docs/security/keys.md"), "utf8");

  it("has every file that uses cryptography in its inventory, and no other", () => {
    const [, inventory = ""] = page.split("## Every use of cryptography in the code");
    const named = [...inventory.matchAll(/\]\(\.\.\/\.\.\/((?:packages|functions)\/[^)]+\.ts)\)/g)].map(
      ([, file]) => file,
    );

    expect([...new Set(named)].toSorted()).toEqual(
      filesWith(/from "(?:node:crypto|jose|@smithy\/signature-v4)"|\bcrypto\./).toSorted(),
    );
  });

  it("names every algorithm that the code asks for", () => {
    const asked = files.flatMap((file) => {
      const text = readFileSync(join(root, file), "utf8");
      return [
        ...text.matchAll(
          /(?:createHash|createHmac|hash|hkdfSync|createCipheriv|createDecipheriv)\(\s*"([\w-]+)"/g,
        ),
      ].map(([, algorithm = ""]) => algorithm);
    });

    expect([...new Set(asked)].toSorted()).toEqual(["aes-256-gcm", "sha256"]);
    for (const name of ["AES-256-GCM", "SHA-256", "RS256, PS256, ES256"]) expect(page).toContain(name);
  });
});
