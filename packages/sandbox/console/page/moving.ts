import { byId } from "./dom.ts";
import { moveClock } from "./source.ts";

let isMoving = false;
const waiting: (() => void)[] = [];

/** Called when the clock has been moved, so that the page reads anew at once. */
export const onMoved = (listener: () => void): void => {
  waiting.push(listener);
};

/** Real milliseconds for which the outcome stands on the page. */
const saidFor = 8_000;

/** Moves the clock, and says so while it goes on. One move at a time. */
export async function move(
  to: { readonly to: string } | { readonly by: string },
  button: HTMLButtonElement,
): Promise<void> {
  if (isMoving) return;
  isMoving = true;
  const status = byId("status");
  button.setAttribute("aria-busy", "true");
  document.body.classList.add("moving");
  status.textContent = "Klockan flyttas. Allt som ska hända på vägen händer.";
  try {
    await moveClock(to);
    status.textContent = "Klockan är flyttad.";
  } catch (error) {
    status.textContent = `Klockan kunde inte flyttas. ${error instanceof Error ? error.message : ""}`;
  } finally {
    isMoving = false;
    button.removeAttribute("aria-busy");
    document.body.classList.remove("moving");
    for (const listener of waiting) listener();
    const text = status.textContent;
    setTimeout(() => {
      if (status.textContent === text) status.textContent = "";
    }, saidFor);
  }
}
