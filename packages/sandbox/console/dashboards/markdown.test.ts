import { describe, expect, it } from "vitest";
import { blocksIn } from "./markdown.ts";

describe("a dashboard's text", () => {
  it("has headings, paragraphs, lists and tables", () => {
    expect(
      blocksIn("# Flöde\nEn mening.\nEn till.\n\n- ett\n- två\n\n| a | b |\n|---|---|\n| 1 | 2 |"),
    ).toEqual([
      { kind: "heading", level: 1, inlines: [{ kind: "text", text: "Flöde" }] },
      { kind: "paragraph", inlines: [{ kind: "text", text: "En mening. En till." }] },
      { kind: "list", items: [[{ kind: "text", text: "ett" }], [{ kind: "text", text: "två" }]] },
      {
        kind: "table",
        rows: [
          [[{ kind: "text", text: "a" }], [{ kind: "text", text: "b" }]],
          [[{ kind: "text", text: "1" }], [{ kind: "text", text: "2" }]],
        ],
      },
    ]);
  });

  it("has what is stressed, what is code, and links to the web", () => {
    expect(blocksIn("Läs **nu** [den](https://e.se/a.md) eller `ops`.")).toEqual([
      {
        kind: "paragraph",
        inlines: [
          { kind: "text", text: "Läs " },
          { kind: "strong", text: "nu" },
          { kind: "text", text: " " },
          { kind: "link", text: "den", href: "https://e.se/a.md" },
          { kind: "text", text: " eller " },
          { kind: "code", text: "ops" },
          { kind: "text", text: "." },
        ],
      },
    ]);
  });

  it("keeps markup and other schemes as the text that they are", () => {
    expect(blocksIn("<b>x</b> [y](javascript:alert)")).toEqual([
      {
        kind: "paragraph",
        inlines: [
          { kind: "text", text: "<b>x</b> " },
          { kind: "text", text: "y" },
        ],
      },
    ]);
  });
});
