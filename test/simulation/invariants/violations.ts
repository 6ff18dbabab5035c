/** Something that must never be, and was. Names ids only. */
export interface Violation {
  readonly invariant: string;
  readonly what: string;
}

export interface Violations {
  readonly found: readonly Violation[];
  readonly add: (invariant: string, what: string) => void;
  /** Notes it unless it holds; `what` is only worked out then. */
  readonly check: (holds: boolean, invariant: string, what: () => string) => void;
}

/** Of each invariant: a mistake that breaks one a thousand times hides no other. */
const most = 20;

export function noViolations(): Violations {
  const found: Violation[] = [];
  const counts = new Map<string, number>();
  const add = (invariant: string, what: string): void => {
    const count = (counts.get(invariant) ?? 0) + 1;
    counts.set(invariant, count);
    if (count <= most) found.push({ invariant, what });
  };
  return {
    found,
    add,
    check: (holds, invariant, what) => {
      if (!holds) add(invariant, what());
    },
  };
}
