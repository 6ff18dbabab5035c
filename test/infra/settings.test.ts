import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { deployments } from "../../infra/deployments.ts";
import { settingsFor } from "../../infra/settings.ts";
import { settingsIn } from "../../infra/stage-to-deploy.ts";
import { synthesised, written } from "./synthesised.ts";

describe("settings", () => {
  it("protect production from deletion", () => {
    expect(settingsFor("production", written)).toMatchObject({
      deletionProtection: true,
      allowedSourceRanges: [],
    });
  });

  it.each(["local", "test", "production"])(
    "of %s keep personal files, in a region inside the EU",
    (stage) => {
      expect(settingsFor(stage, written)).toMatchObject({
        region: "eu-north-1",
        municipality: { code: "goteborg", retention: "keep" },
      });
    },
  );

  it.each(["prod", "", "Production", "toString"])("do not exist for a stage called %j", (stage) => {
    expect(() => settingsFor(stage, written)).toThrow(`Unknown stage "${stage}"`);
  });
});

describe("before a stage can be deployed", () => {
  const without = (field: "account" | "alarmEmail" | "noticeEmail" | "runbooksAt" | "accessLogLock") => ({
    ...written,
    production: { ...written.production, [field]: undefined },
  });
  const production = (changed: object) => ({
    ...written,
    production: { ...written.production, ...changed },
  });

  it.each(["test", "production"])("%s is given its account: no stage has one as it is published", (stage) => {
    expect(() => settingsFor(stage)).toThrow(
      `Stage "${stage}" cannot be deployed. In infra/deployments.ts: account is missing`,
    );
  });

  it("production is given an address for alarms, and names all that it lacks at once", () => {
    expect(() => settingsFor("production", without("alarmEmail"))).toThrow("alarmEmail is missing");
    expect(() => settingsFor("production", without("noticeEmail"))).toThrow("noticeEmail is missing");
    expect(() => settingsFor("production", without("runbooksAt"))).toThrow("runbooksAt is missing");
    expect(() => settingsFor("production")).toThrow(
      /account is missing.*alarmEmail is missing.*noticeEmail is missing.*runbooksAt is missing/,
    );
    expect(() => settingsFor("test", written)).not.toThrow();
  });

  it("production says how long the access log is locked, and why", () => {
    expect(() => settingsFor("production", without("accessLogLock"))).toThrow("accessLogLock is missing");
    expect(deployments.production.accessLogLock).toMatchObject({
      mode: "governance",
      because: expect.stringMatching(/2001:454, 10 §.*2025:468, 13 kap\. 1 §/),
    });
  });

  it.each([
    ["an account with letters", { account: "my-account" }, "account is not an AWS account"],
    ["the local engines' account", { account: "000000000000" }, "account is not an AWS account"],
    ["an address that is none", { alarmEmail: "operations" }, "alarmEmail is not an address"],
    ["a mailbox that is none", { noticeEmail: "notices" }, "noticeEmail is not an address"],
    ["runbooks without TLS", { runbooksAt: "http://forge.example" }, "runbooksAt is not an https address"],
    [
      "a party's contact that is no address",
      { partners: { kompetenscenter: { contact: "the people there" } } },
      "partners.kompetenscenter.contact is not an address",
    ],
    ["the whole internet", { allowedSourceRanges: ["0.0.0.0/0"] }, '"0.0.0.0/0" is not an IPv4 range'],
    ["an address without its range", { allowedSourceRanges: ["192.0.2.1"] }, '"192.0.2.1" is not an IPv4'],
    ["another kind of table", { decisionsTables: ["sent-messages"] }, '"sent-messages" does not begin with'],
    [
      "an issuer that is not reached by TLS",
      { issuer: { url: "http://issuer.example", audience: "hemvist" } },
      "issuer.url is not an https address",
    ],
    [
      "an issuer without an audience",
      { issuer: { url: "https://issuer.example", audience: "" } },
      "issuer.audience is empty",
    ],
    [
      "a lock on the access log without a reason",
      { accessLogLock: { mode: "governance", years: 5, because: " " } },
      "accessLogLock: it has whole years from 1 to 100, and a legal reason",
    ],
    [
      "a lock on the access log for no time",
      { accessLogLock: { mode: "compliance", years: 0, because: "a reason that is long enough" } },
      "accessLogLock: it has whole years from 1 to 100, and a legal reason",
    ],
    ["no message that one operator may send alone", { mostAlone: 0 }, "mostAlone is not a whole number"],
    ["half a message", { mostAlone: 20.5 }, "mostAlone is not a whole number from 1 to 500"],
    ["a number that is no limit", { mostAlone: 501 }, "mostAlone is not a whole number from 1 to 500"],
    ["the account of test", { account: written.test.account }, "test and production are the same account"],
  ])("it is refused %s", (_what, changed, fault) => {
    expect(() => settingsFor("production", production(changed))).toThrow(fault);
  });

  it.each([1, 500])("one operator alone may send %d messages again within a day", (mostAlone) => {
    expect(settingsFor("production", production({ mostAlone })).mostAlone).toBe(mostAlone);
  });

  it.each(["local", "test", "production"])(
    "one operator alone may send 20 in %s, if no number is set",
    (stage) => {
      expect(settingsFor(stage, written).mostAlone).toBe(20);
    },
  );

  it("test can be narrowed to addresses of the city's own", () => {
    expect(settingsFor("test", written).allowedSourceRanges).toEqual(["192.0.2.0/24", "198.51.100.7/32"]);
  });
});

it("runbooks are where publiccode.yml says that the repository is, unless the stage says otherwise", () => {
  const [, repository = ""] = /^url: (\S+)\.git$/m.exec(readFileSync("publiccode.yml", "utf8")) ?? [];

  expect(settingsFor("test", written).runbooksAt).toBe(`${repository}/blob/main/docs/runbooks`);
  expect(settingsFor("production", written).runbooksAt).toBe(written.production.runbooksAt);
});

describe("a stage and the credentials that deploy it", () => {
  const of = (name: string) => settingsFor(name, written);
  const withCredentials = (stage: string | undefined, credentialsOf: string | undefined) => () =>
    settingsIn({ stage, commandLine: true, credentialsOf }, of);

  it("belong together, or nothing is deployed", () => {
    expect(withCredentials("test", "111122223333")).toThrow(
      'Stage "test" is account 444455556666, and your credentials are for 111122223333. Nothing is deployed.',
    );
    expect(withCredentials("local", "111122223333")).toThrow("Nothing is deployed.");
    expect(withCredentials("production", "111122223333")().stage).toBe("production");
  });

  it("are both named: the CDK's command line has no default stage", () => {
    expect(withCredentials(undefined, "444455556666")).toThrow("Name the stage");
  });

  it("are not asked for where nothing is deployed: the local run and the tests synthesise `local`", () => {
    const here = settingsIn({ stage: undefined, commandLine: false, credentialsOf: "111122223333" });

    expect(here).toMatchObject({ stage: "local", account: "000000000000" });
  });

  it.each(["local", "test", "production"] as const)("every stack of %s names its account", (stage) => {
    const { account } = settingsFor(stage, written);

    for (const [name, environment] of synthesised(stage).environments)
      expect([name, environment]).toEqual([name, `aws://${account}/eu-north-1`]);
  });
});
