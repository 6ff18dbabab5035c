/** A command of the AWS CLI as it was typed. */
export interface Typed {
  readonly service: string;
  readonly command: string;
  /** The values of an option; empty where it stands alone, undefined where it was not given. */
  readonly option: (name: string) => readonly string[] | undefined;
  /** The first value of an option. @throws where it was not given */
  readonly required: (name: string) => string;
  /** Arguments beside the options. */
  readonly rest: readonly string[];
}

export function typedIn([service = "", command = "", ...args]: readonly string[]): Typed {
  const options = new Map<string, string[]>();
  const rest: string[] = [];
  let values: string[] | undefined;
  for (const arg of args) {
    if (arg.startsWith("--")) {
      values = [];
      options.set(arg.slice(2), values);
    } else (values ?? rest).push(arg);
  }
  return {
    service,
    command,
    rest,
    option: (name) => options.get(name),
    required: (name) => {
      const [value] = options.get(name) ?? [];
      if (value === undefined) throw new Error(`aws ${service} ${command} needs --${name}`);
      return value;
    },
  };
}

/** `Name=QueueName,Value=x` as an object. */
export const shorthand = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(text.split(",").map((pair) => [pair.split("=")[0], pair.split("=").slice(1).join("=")]));
