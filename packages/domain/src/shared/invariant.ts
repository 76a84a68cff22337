/**
 * States what must be true at this point of the code.
 * Throws when it is not: that is a defect of ours, never a mistake of the person using the product.
 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant violated: ${message}`);
}
