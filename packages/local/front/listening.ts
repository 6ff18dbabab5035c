import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

export interface Request {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  /** Name and value pairs in the order and spelling sent. */
  readonly rawHeaders: readonly string[];
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  readonly sourceIp: string;
}

export interface Listening {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** From now on requests go there; until then they are answered 503. */
  readonly serve: (handle: (request: Request) => Promise<Answer>) => void;
  readonly close: () => Promise<void>;
}

const starting: Answer = { status: 503, headers: {}, body: "starting" };

/** The port that was asked for cannot be had: another program has it, or this user may not have it. */
export class PortTakenError extends Error {
  override readonly name = "PortTakenError";
  readonly port: number;
  readonly isAllowed: boolean;

  constructor(port: number, { isAllowed }: { readonly isAllowed: boolean }) {
    super(isAllowed ? `port ${port} is taken` : `port ${port} is not allowed`);
    this.port = port;
    this.isAllowed = isAllowed;
  }
}

function refusedPort(error: unknown, port: number): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "EADDRINUSE" || code === "EACCES"
    ? new PortTakenError(port, { isAllowed: code === "EADDRINUSE" })
    : error;
}

/**
 * An HTTP server on 127.0.0.1 whose address is known before what it serves.
 * @throws PortTakenError
 */
export const listenLocally = async (port: number): Promise<Listening> => {
  let handle: (request: Request) => Promise<Answer> = () => Promise.resolve(starting);
  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
    readRequest(incoming)
      .then((request) => handle(request))
      .then(
        (answer) => send(outgoing, answer),
        (error: unknown) => send(outgoing, { status: 500, headers: {}, body: String(error) }),
      );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(refusedPort(error, port))).listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    serve: (next) => {
      handle = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

export const portOf = (address: AddressInfo | string | null): number => {
  if (address === null || typeof address === "string") throw new Error("a server has no port");
  return address.port;
};

const readRequest = async (incoming: IncomingMessage): Promise<Request> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const headers = Object.entries(incoming.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(", ") : value,
  ]);
  return {
    method: incoming.method ?? "GET",
    url: incoming.url ?? "/",
    rawHeaders: incoming.rawHeaders,
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks),
    sourceIp: incoming.socket.remoteAddress ?? "127.0.0.1",
  };
};

const send = (outgoing: ServerResponse, { status, headers, body }: Answer): void => {
  if (outgoing.destroyed) return;
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
  outgoing.writeHead(status, { "content-length": Buffer.byteLength(body) });
  outgoing.end(body);
};
