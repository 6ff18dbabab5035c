/** What may stand inside an element. Text stays text: nothing on this page is read as markup. */
export type Child = Node | string | number | undefined | false | readonly Child[];

type Attributes = Readonly<
  Record<string, string | number | boolean | undefined | ((event: Event) => void) | readonly string[]>
>;

/** An element with attributes, listeners (`onclick`) and children. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(key.replace(/^on/, ""), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  put(element, children);
  return element;
}

export function put(parent: Element, children: readonly Child[]): void {
  parent.append(...nodesOf(children));
}

function nodesOf(children: readonly Child[]): readonly (Node | string)[] {
  return children.flatMap((child) => {
    if (child === undefined || child === false) return [];
    if (typeof child === "object" && !(child instanceof Node)) return nodesOf(child);
    return [child instanceof Node ? child : String(child)];
  });
}

/** The element of that id. The page's markup has it, or the program is wrong. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

/**
 * Shows the wanted children, and keeps each that is there already, by its key and what it shows. So what has the focus
 * keeps it, and a screen reader keeps its place, while the page goes on.
 */
export function keep<T>(
  parent: Element,
  wanted: readonly T[],
  { key, make }: { readonly key: (one: T) => string; readonly make: (one: T) => Element },
): void {
  const there = new Map<string, Element>();
  for (const child of parent.children) there.set(child.getAttribute("data-key") ?? "", child);
  let place: Element | null = parent.firstElementChild;
  for (const one of wanted) {
    const name = `${key(one)} ${JSON.stringify(one)}`;
    const found = there.get(name);
    there.delete(name);
    const element = found ?? make(one);
    if (found === undefined) element.setAttribute("data-key", name);
    if (element === place) place = place.nextElementSibling;
    else parent.insertBefore(element, place);
  }
  for (const gone of there.values()) gone.remove();
}
