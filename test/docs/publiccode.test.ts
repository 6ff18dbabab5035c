import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const publiccode = parse(read("publiccode.yml"));
const { license, name } = JSON.parse(read("package.json"));

describe("publiccode.yml", () => {
  it("says the same as package.json", () => {
    expect(publiccode).toMatchObject({ name, legal: { license } });
  });

  it("has what version 0.7 of the standard asks for", () => {
    expect(publiccode).toMatchObject({
      publiccodeYmlVersion: "0.7",
      url: expect.stringMatching(/^https:/),
      platforms: expect.any(Array),
      developmentStatus: expect.stringMatching(/^(concept|development|beta|stable|obsolete)$/),
      softwareType: expect.stringMatching(/^(standalone\/.+|addon|library|configurationFiles)$/),
      supports: expect.arrayContaining([{ id: expect.stringMatching(/^(https:|urn:|alias:)/) }]),
      intendedAudience: { countries: ["SE"] },
      maintenance: { type: "internal", contacts: [{ name: expect.any(String) }] },
      localisation: { localisationReady: expect.any(Boolean), availableLanguages: ["sv", "en"] },
    });
  });

  it("names a release only when there is one", () => {
    const changelog = read("CHANGELOG.md");
    const isReleased = /^## \[\d+\.\d+\.\d+\]/m.test(changelog);

    expect("releaseDate" in publiccode).toBe(isReleased);
    expect("softwareVersion" in publiccode).toBe(isReleased);
  });

  it.each(["sv", "en"])("describes hemvist in %s at the length that the standard allows", (language) => {
    const { shortDescription, longDescription, features } = publiccode.description[language];

    expect(shortDescription.length).toBeLessThanOrEqual(150);
    expect(longDescription.length).toBeGreaterThanOrEqual(500);
    expect(longDescription.length).toBeLessThanOrEqual(10_000);
    expect(features).not.toHaveLength(0);
  });
});
