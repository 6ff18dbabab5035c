/**
 * The chance that a chi-square variable with so many degrees of freedom is larger: the regularised upper incomplete
 * gamma function Q(df/2, x/2), by its series below and its continued fraction above (Numerical Recipes, 6.2).
 */
export function chiSquareTail(x: number, degrees: number): number {
  // By rounding, a statistic can come out a little below nought.
  const [a, half] = [degrees / 2, Math.max(x, 0) / 2];
  return half < a + 1 ? 1 - lowerSeries(a, half) : upperFraction(a, half);
}

const precision = 1e-15;

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = a + 1; term > sum * precision; n += 1) {
    term *= x / n;
    sum += term;
  }
  return sum * front(a, x);
}

/** Lentz's method. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 1000; n += 1) {
    const factor = -n * (n - a);
    b += 2;
    d = 1 / (factor * d + b);
    c = b + factor / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < precision) break;
  }
  return fraction * front(a, x);
}

const front = (a: number, x: number): number => Math.exp(a * Math.log(x) - x - logGamma(a));

/** ln Γ(a) where 2a is a whole number, as half the degrees of freedom is: from Γ(1) or Γ(½) upwards. */
function logGamma(a: number): number {
  let below = Number.isInteger(a) ? 1 : 0.5;
  let sum = below === 1 ? 0 : Math.log(Math.PI) / 2;
  for (; below < a; below += 1) sum += Math.log(below);
  return sum;
}
