import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What the lines of `npm start` that call the API were answered. */
export interface Came {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** The two lines that fetch a token and post, of the reader who posts what `about` matches. */
export function linesAbout(said: string, about: RegExp): string {
  const pairs = said.matchAll(/^ {4}(TOKEN=.*)\n {4}(curl .*)$/gm);
  const [pair] = [...pairs].filter(([, , post = ""]) => about.test(post));
  if (pair === undefined) throw new Error(`npm start prints no lines about ${about}`);
  const [, token, post] = pair;
  return `${token}\n${post}`;
}

/** The same lines of another party: only its client differs. */
export const asParty = (lines: string, party: string): string => lines.replace(/-u [\w-]+:/, `-u ${party}:`);

/** The same call without a token. */
export const withoutToken = (lines: string): string =>
  (lines.split("\n")[1] ?? "").replace(' -H "Authorization: Bearer $TOKEN"', "");

const hasCurl = spawnSync("curl", ["--version"]).status === 0;

/** Runs the lines as a reader would paste them. Where there is no curl, does what they say by fetch. */
export const cameOf = (lines: string): Promise<Came> | Came => (hasCurl ? byShell(lines) : byFetch(lines));

function byShell(lines: string): Came {
  const text = execFileSync("sh", ["-c", lines], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const [head = "", ...bodies] = text.split("\r\n\r\n");
  return {
    status: Number(/^HTTP\/1\.1 (\d+) /.exec(head)?.[1]),
    contentType: /^content-type: *(.*)$/im.exec(head)?.[1]?.trim() ?? "",
    body: bodies.join("\r\n\r\n"),
  };
}

async function byFetch(lines: string): Promise<Came> {
  const post = lines.split("\n").at(-1) ?? "";
  const [, client] = /-u (\S+)/.exec(lines) ?? [];
  const [, tokenUrl = ""] = /grant_type=client_credentials (\S+)/.exec(lines) ?? [];
  const [, quoted, file] = /-d (?:'([^']*)'|@(\S+))/.exec(post) ?? [];
  const token = client === undefined ? undefined : await fetched(tokenUrl, client);
  const response = await fetch(/(http\S+)$/.exec(post)?.[1] ?? "", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: quoted ?? readFileSync(file ?? "", "utf8"),
  });
  const contentType = response.headers.get("content-type") ?? "";
  return { status: response.status, contentType, body: await response.text() };
}

async function fetched(tokenUrl: string, client: string): Promise<string> {
  const body = new URLSearchParams({ grant_type: "client_credentials" });
  const headers = { Authorization: `Basic ${btoa(client)}` };
  const answer = (await (await fetch(tokenUrl, { method: "POST", headers, body })).json()) as {
    readonly access_token: string;
  };
  return answer.access_token;
}
