/** A line of a log, with its fields. */
export type Row = Readonly<Record<string, unknown>>;

export type Condition = (row: Row) => boolean;

/** A field, or what stands at a place in it: `faults.0`. */
export const valueIn = (row: Row, path: string): unknown =>
  path in row
    ? row[path]
    : path
        .split(".")
        .reduce<unknown>(
          (value, name) =>
            typeof value === "object" && value !== null
              ? Object.entries(value).find(([key]) => key === name)?.[1]
              : undefined,
          row,
        );

const token = /\s*("[^"]*"|\/[^/]+\/|[()[\],]|!=|>=|<=|=|>|<|[\w@.*-]+)/gy;

/** Reads the condition of a `filter`. `and` binds before `or`, as AWS documents it. */
export function conditionIn(text: string): Condition {
  const tokens = [...text.matchAll(token)].map(([, found = ""]) => found);
  if (tokens.join("") !== text.replaceAll(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ""))
    throw new Error(`no such condition here: ${text}`);
  let at = 0;
  const next = (): string => tokens[at++] ?? "";
  const take = (wanted: string): boolean => tokens[at] === wanted && next() !== "";

  function either(): Condition {
    const first = both();
    if (!take("or")) return first;
    const second = either();
    return (row) => first(row) || second(row);
  }

  function both(): Condition {
    const first = one();
    if (!take("and")) return first;
    const second = both();
    return (row) => first(row) && second(row);
  }

  function one(): Condition {
    if (take("(")) {
      const inner = either();
      if (!take(")")) throw new Error(`a parenthesis is open: ${text}`);
      return inner;
    }
    const field = next();
    if (field === "ispresent" && take("(")) {
      const asked = next();
      if (!take(")")) throw new Error(`a parenthesis is open: ${text}`);
      return (row) => valueIn(row, asked) !== undefined;
    }
    return compared(field, next());
  }

  function compared(field: string, operator: string): Condition {
    if (operator === "in") {
      if (!take("[")) throw new Error(`no list: ${text}`);
      const wanted = [literal(next())];
      while (take(",")) wanted.push(literal(next()));
      if (!take("]")) throw new Error(`a list is open: ${text}`);
      return (row) => wanted.includes(valueIn(row, field) as string | number);
    }
    const right = next();
    switch (operator) {
      case "=":
        return (row) => valueIn(row, field) === literal(right);
      case "!=":
        return (row) => valueIn(row, field) !== literal(right);
      case "like":
        return (row) => new RegExp(right.slice(1, -1)).test(String(valueIn(row, field) ?? ""));
      case ">":
        return (row) => Number(valueIn(row, field)) > Number(right);
      case "<":
        return (row) => Number(valueIn(row, field)) < Number(right);
      default:
        throw new Error(`no such comparison here: ${operator}`);
    }
  }

  const condition = either();
  if (at < tokens.length) throw new Error(`more than a condition: ${text}`);
  return condition;
}

const literal = (text: string): string | number => (text.startsWith('"') ? text.slice(1, -1) : Number(text));
