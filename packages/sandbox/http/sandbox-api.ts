import type { Answer, Request, RunningSystem } from "@hemvist/local";
import type { Clock } from "../clock/clock.ts";
import type { Changes } from "../console/changes.ts";
import { consoleRoutes } from "../console/console-routes.ts";
import type { Seen } from "../console/seen.ts";
import { refused, sandboxRefusal } from "./answers.ts";
import { moveClock } from "./move-clock.ts";
import { queueSeen } from "./queue-seen.ts";
import { reportAsked } from "./report-asked.ts";
import { whatIsHere } from "./what-is-here.ts";

export interface Sandbox {
  readonly system: RunningSystem;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly seen: Seen;
}

export interface Route {
  readonly path: RegExp;
  readonly method: "GET" | "POST";
  /** @param name what the path holds beside the address itself */
  readonly act: (sandbox: Sandbox, request: Request, name: string) => Promise<Answer> | Answer;
}

const routes: readonly Route[] = [
  { path: /^\/_sandbox$/, method: "GET", act: whatIsHere },
  { path: /^\/_sandbox\/clock$/, method: "POST", act: moveClock },
  { path: /^\/_sandbox\/queues\/([^/]+)$/, method: "GET", act: queueSeen },
  { path: /^\/_sandbox\/reports$/, method: "POST", act: reportAsked },
  ...consoleRoutes,
];

/** Answers what is addressed to the sandbox itself; undefined for everything else, which is the API's. */
export const sandboxApi =
  (sandbox: () => Sandbox | undefined) =>
  async (request: Request): Promise<Answer | undefined> => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    if (!/^\/_sandbox(?:\/|$)/.test(pathname)) return undefined;
    const here = sandbox();
    const route = routes.find(({ path }) => path.test(pathname));
    if (route === undefined) return refused("not-found");
    if (here === undefined) return sandboxRefusal("starting");
    // HEAD asks for what GET would answer. The server leaves the body out.
    const allowed = route.method === "GET" ? ["GET", "HEAD"] : [route.method];
    if (!allowed.includes(request.method))
      return refused("method-not-allowed", {}, { allow: allowed.join(", ") });
    const [, name = ""] = route.path.exec(pathname) ?? [];
    return route.act(here, request, decoded(name));
  };

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return "";
  }
}
