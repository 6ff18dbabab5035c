import { readBody, textWidget } from "./body.ts";

/** What a dashboard calls itself in its first text; its name where it says nothing. */
export function titleOf(name: string, body: string): { readonly title: string; readonly widgets: number } {
  const { widgets } = readBody(body);
  const text = widgets.find(({ type }) => type === "text");
  const markdown = text === undefined ? "" : textWidget.parse(text.properties).markdown;
  return { title: /^#\s+(.+)$/m.exec(markdown)?.[1] ?? name, widgets: widgets.length };
}
