const data = "/_sandbox/console/data";

/** Reads one of the console's addresses. The server and this page come from the same commit, so its word is taken. */
export async function read<T>(path: string): Promise<T> {
  const response = await fetch(`${data}/${path}`, { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(await problemIn(response));
  return response.json();
}

/** Moves the sandbox's clock. Resolves when all is at rest. */
export async function moveClock(move: { readonly to: string } | { readonly by: string }): Promise<void> {
  const response = await fetch("/_sandbox/clock", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(move),
  });
  if (!response.ok) throw new Error(await problemIn(response));
}

/** A problem's own words in Swedish, which stand before the English ones. */
async function problemIn(response: Response): Promise<string> {
  try {
    const { detail } = await response.json();
    if (typeof detail === "string") return detail.split(" / ")[0] ?? detail;
  } catch {
    // What is no JSON has no words for a reader.
  }
  return `Svaret blev ${response.status}.`;
}
