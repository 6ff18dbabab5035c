import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { WhatIsHere } from "../../packages/sandbox/http/what-is-here.ts";
import { callerWith } from "../../packages/sandbox/parties/access-token.ts";
import { sample } from "./a-system.ts";
import { freePort, npmStart, says, until } from "./npm-start.ts";

describe("the main job", () => {
  it("killed in the middle starts again on the same port, beside another one, and both play to the end", async () => {
    const port = await freePort();
    const apiUrl = `http://127.0.0.1:${port}`;
    const here = async (): Promise<WhatIsHere> =>
      (await (await fetch(`${apiUrl}/_sandbox`)).json()) as WhatIsHere;

    const first = npmStart("--port", String(port));
    await says(first, /02-everyday-life/);
    const { clock: _then, ...settings } = await here();
    first.child.kill("SIGKILL");
    await first.ended;

    const again = npmStart("--port", String(port), "--lang", "en");
    const beside = npmStart("--exit", "--verbose", "--lang", "en");
    await says(again, /Ctrl-C ends it/);

    // A client's settings hold, and the clock is the real one: to play the samples moves no time.
    const { clock, ...same } = await here();
    expect(same).toEqual(settings);
    expect(Math.abs(Date.parse(clock) - Date.now())).toBeLessThan(60_000);
    expect(again.said()).toMatch(/^ {2}01-traineeship-with-diet-and-exercise +assigned → kompetenscenter$/m);
    expect(again.said()).toMatch(/^(\d+) of \1 samples came out as their files say\.$/m);
    for (const reader of ["a case system", "a provider's system", "operate", "audit"])
      expect(again.said()).toContain(reader);

    // The ready-made lines fetch a token and post: 202. The same again is 200, and its Location answers. The provider acknowledges by itself.
    const [, lines = ""] = /^ {4}(TOKEN=.*\n.* @events\/try-it\.json .*)$/m.exec(again.said()) ?? [];
    expect(execFileSync("sh", ["-c", lines], { encoding: "utf8" })).toMatch(/^HTTP\/1\.1 202 /);
    const headers = { "Content-Type": "application/json" };
    const body = sample("../try-it");
    const { clientId = "", clientSecret = "" } = settings.parties["sf-centrum"] ?? {};
    const call = callerWith({ tokenUrl: `${apiUrl}/oauth2/token`, clientId, clientSecret });
    const response = await call(`${apiUrl}/v1/decisions`, { method: "POST", headers, body });
    expect(response.status).toBe(200);
    const location = response.headers.get("location") ?? "";
    await until(again, async () => {
      const decision = (await (await call(location)).json()) as {
        readonly assignments: readonly { readonly status: string }[];
      };
      return decision.assignments[0]?.status === "received";
    });

    expect(await beside.ended).toBe(0);
    expect(beside.said()).toMatch(/(\d+) of \1 samples came out as their files say/);
    expect(beside.said()).toContain("“Samråd sker med Arbetsförmedlingen innan beslut.”");
    again.child.kill("SIGINT");
    expect(await again.ended).toBe(130);
  });
});
