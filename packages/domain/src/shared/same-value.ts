/**
 * Whether two values of a document are the same: texts, numbers, lists in their order, and objects by their
 * members in any order. A member that is absent and one that is `undefined` are the same.
 */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) return sameList(left, right);
  return sameMembers(left as Members, right as Members);
}

function sameList(left: object, right: object): boolean {
  if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
  return left.every((member, index) => sameValue(member, right[index]));
}

type Members = Readonly<Record<string, unknown>>;

function sameMembers(left: Members, right: Members): boolean {
  for (const name in left)
    if (
      Object.hasOwn(left, name) &&
      !sameValue(left[name], Object.hasOwn(right, name) ? right[name] : undefined)
    )
      return false;
  for (const name in right)
    if (Object.hasOwn(right, name) && right[name] !== undefined && !Object.hasOwn(left, name)) return false;
  return true;
}
