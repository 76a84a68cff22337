/**
 * Whether two values of a document are the same: texts, numbers, lists in their order, and objects by their
 * members in any order. A member that is absent and one that is `undefined` are the same.
 */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) return sameList(left, right);
  return isWithin(left, right) && isWithin(right, left);
}

function sameList(left: object, right: object): boolean {
  if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
  return left.every((member, index) => sameValue(member, right[index]));
}

function isWithin(part: object, whole: object): boolean {
  return Object.entries(part).every(([name, member]) =>
    sameValue(member, Object.hasOwn(whole, name) ? whole[name as keyof typeof whole] : undefined),
  );
}
