import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bomOf, bomOfNpm } from "../../infra/bundling/bill-of-materials.ts";
import { bundledPackages } from "../../infra/bundling/bundled-packages.ts";
import { allowedLicences, licenceTexts, notAllowed } from "../../infra/bundling/licences.ts";

const lock = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")) as {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly integrity?: string;
        readonly link?: boolean;
        readonly inBundle?: boolean;
      }
    >
  >;
};
const packages = await bundledPackages();
const whole = bomOfNpm() as { readonly serialNumber: string; readonly metadata: { timestamp: string } };
const bom = bomOf(packages, whole);
const texts = await licenceTexts(packages);

const temporary = mkdtempSync(join(tmpdir(), "hemvist-bundle-"));
afterAll(() => rmSync(temporary, { recursive: true }));

/** A function that has a package with this licence in its bundle. */
async function planted(license: string): Promise<readonly { readonly name: string }[]> {
  const folder = join(temporary, license, "node_modules", "planted");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "planted", version: "1.0.0", license }));
  writeFileSync(join(folder, "index.js"), "export const handler = () => 1;");
  const handler = join(temporary, license, "handler.js");
  writeFileSync(handler, 'export { handler } from "planted";');
  return notAllowed(await bundledPackages(new Map([["planted", handler]])));
}

describe("a package that a bundle carries", () => {
  it("has a licence that lets it be part of a work under the EUPL-1.2", () => {
    expect(packages.length).toBeGreaterThan(15);
    expect(notAllowed(packages)).toEqual([]);
  });

  it.each(["AGPL-3.0-or-later", "GPL-3.0-only", "BUSL-1.1", "UNLICENSED"])(
    "with the licence %s would be found",
    async (licence) => {
      expect((await planted(licence)).map(({ name }) => name)).toEqual(["planted"]);
    },
  );

  it("with another licence would not", async () => {
    expect(await planted("MIT")).toEqual([]);
    expect(allowedLicences.filter((licence) => /GPL/.test(licence))).toEqual([]);
  });
});

describe("the bill of materials", () => {
  it("is CycloneDX, and has each package once, with the checksum that the lockfile has", () => {
    expect(bom).toMatchObject({ bomFormat: "CycloneDX", metadata: { component: { name: "hemvist" } } });
    const hashes = bom.components.map((one) => {
      const { hashes: [its] = [] } = one as { hashes?: readonly { content: string }[] };
      return [one["bom-ref"], Buffer.from(its?.content ?? "", "hex").toString("base64")];
    });

    const locked = packages.map(({ name, version, folder }) => {
      const path = folder.slice(folder.indexOf("node_modules/"));
      expect(lock.packages[path]?.version).toBe(version);
      return [`${name}@${version}`, lock.packages[path]?.integrity?.replace("sha512-", "")];
    });
    expect(hashes.toSorted()).toEqual(locked.toSorted());
  });

  it("says in which bundles a package is", () => {
    const jose = bom.components.find(({ name }) => name === "jose");

    expect(jose?.properties).toEqual([
      { name: "hemvist:bundles", value: "read-case receive-decision record-progress" },
    ]);
  });

  it("is the same bytes again: it has no time and no number of its own", () => {
    const later = {
      ...whole,
      serialNumber: "urn:uuid:0",
      metadata: { ...whole.metadata, timestamp: "2030" },
    };

    expect(JSON.stringify(bomOf(packages, later))).toBe(JSON.stringify(bom));
  });

  it("is refused if the lockfile lacks a package of a bundle", () => {
    const [first] = packages;
    const unknown = first && { ...first, version: "0.0.0" };

    expect(() => bomOf(unknown ? [unknown] : [], whole)).toThrow("The lockfile lacks");
  });
});

describe("each package of the lockfile", () => {
  it("is held by its checksum, comes inside one that is, or is a folder of ours", () => {
    const others = Object.entries(lock.packages).filter(
      ([path, { link, inBundle, integrity }]) =>
        !(
          path === "" ||
          path.startsWith("packages/") ||
          link ||
          inBundle ||
          integrity?.startsWith("sha512-")
        ),
    );

    expect(others.map(([path]) => path)).toEqual([]);
    const links = Object.entries(lock.packages).filter(([, { link }]) => link);
    expect(links.filter(([path]) => !path.startsWith("node_modules/@hemvist/"))).toEqual([]);
  });
});

describe("the licences that go with a release", () => {
  it("name each package, with the notice that its licence asks for", () => {
    for (const { name, version, licence } of packages) {
      const section = texts
        .split("=".repeat(80))
        .find((one) => one.includes(`${name} ${version} (${licence})`));
      expect([name, section === undefined]).toEqual([name, false]);
      const asked = licence === "Apache-2.0" ? /Version 2.0, January 2004/ : /copyright \(c\) \d{4}/i;
      if (licence !== "MIT-0") expect([name, section]).toEqual([name, expect.stringMatching(asked)]);
    }
  });

  it("have each text once", () => {
    const sections = texts.split("=".repeat(80)).map((one) => one.split("\n\n").slice(2).join("\n\n"));

    expect(new Set(sections).size).toBe(sections.length);
  });
});
