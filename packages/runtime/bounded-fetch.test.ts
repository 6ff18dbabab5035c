import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { boundedFetch, IssuerUnreachable } from "./bounded-fetch.ts";

let server: Server;
let origin = "";
beforeAll(async () => {
  server = createServer((request, response) => {
    switch (request.url) {
      case "/keys":
        return response.end('{"keys":[]}');
      case "/much":
        return response.end(`"${"x".repeat(70_000)}"`);
      case "/elsewhere":
        return response.writeHead(302, { location: "/keys" }).end();
      case "/text":
        return response.end("<html>");
      case "/never":
        return undefined;
      default:
        return response.writeHead(404).end("{}");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it("gives a JSON document", async () => {
  const response = await boundedFetch(`${origin}/keys`, AbortSignal.timeout(60_000));

  expect(await response.json()).toEqual({ keys: [] });
});

it.each(["/much", "/elsewhere", "/text", "/nothing"])("takes nothing from %s", async (path) => {
  await expect(boundedFetch(`${origin}${path}`, AbortSignal.timeout(60_000))).rejects.toThrow(
    IssuerUnreachable,
  );
});

it("does not wait longer than its caller", async () => {
  const ending = new AbortController();
  const waiting = boundedFetch(`${origin}/never`, ending.signal);
  ending.abort();

  await expect(waiting).rejects.toThrow(IssuerUnreachable);
});
