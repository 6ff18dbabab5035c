import { describe, expect, it } from "vitest";
import type { WhatIsHere } from "../../packages/sandbox/http/what-is-here.ts";
import { callerWith } from "../../packages/sandbox/parties/access-token.ts";
import { freePort, npmStart, type Run, says, until } from "./npm-start.ts";
import { asParty, cameOf, linesAbout, withoutToken } from "./printed-lines.ts";
import { sample } from "./sample.ts";

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
    const sends = linesAbout(again.said(), /@events\/try-it\.json/);
    expect(await cameOf(sends)).toMatchObject({ status: 202, contentType: "application/json" });
    await eachRefusedAsAProblem(again);
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

/** The printed lines without a token, and with another party's: each gets a problem, as the access matrix says. */
async function eachRefusedAsAProblem(run: Run): Promise<void> {
  const sends = linesAbout(run.said(), /@events\/try-it\.json/);
  const reports = linesAbout(run.said(), /\/progress$/);
  const refused = [
    [withoutToken(sends), 401, "not-authenticated"],
    [withoutToken(reports), 401, "not-authenticated"],
    [asParty(sends, "sf-hisingen"), 403, "not-yours"],
    [asParty(sends, "kompetenscenter"), 403, "not-allowed"],
    [asParty(reports, "arbvux"), 403, "not-allowed"],
    [asParty(reports, "arbetsmarknadsanstallning"), 404, "not-found"],
    [asParty(reports, "sf-hisingen"), 404, "not-found"],
  ] as const;
  for (const [lines, status, problem] of refused) {
    const came = await cameOf(lines);

    expect(came).toMatchObject({ status, contentType: "application/problem+json" });
    expect(JSON.parse(came.body)).toMatchObject({ type: `urn:hemvist:problem:${problem}`, status });
  }
}
