/** The issuer does not answer, or not with what it should. */
export class IssuerUnreachable extends Error {
  override readonly name = "IssuerUnreachable";

  constructor(cause: unknown) {
    super("the issuer of tokens cannot be reached", { cause });
  }
}

/** Ours: an issuer has a handful of keys, of half a kilobyte each. */
const mostBytes = 65_536;

/**
 * Fetches a JSON document of bounded size, and follows no redirection.
 * @throws IssuerUnreachable for any other answer than that
 */
export async function boundedFetch(url: string, signal: AbortSignal): Promise<Response> {
  try {
    const response = await fetch(url, { signal, redirect: "error", headers: { accept: "application/json" } });
    if (response.status !== 200 || response.body === null) throw new Error(`status ${response.status}`);
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) throw new Error("too large");
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks).toString("utf8");
    JSON.parse(text);
    return new Response(text);
  } catch (error) {
    throw new IssuerUnreachable(error);
  }
}
