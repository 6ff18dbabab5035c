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

const most = 50;

export function noViolations(): Violations {
  const found: Violation[] = [];
  const add = (invariant: string, what: string): void => {
    if (found.length < most) found.push({ invariant, what });
  };
  return {
    found,
    add,
    check: (holds, invariant, what) => {
      if (!holds) add(invariant, what());
    },
  };
}
