import { expect, test } from "vitest";
import { sealingUnder } from "./sealing.ts";

const ours = sealingUnder("the secret of this server, which is long");
const plain = new TextEncoder().encode("a private key");

test("what is sealed opens under the same secret and label, and is sealed differently each time", () => {
  const sealed = ours.seal(plain, "key 1");
  expect(Buffer.from(ours.open(sealed, "key 1") ?? []).toString()).toBe("a private key");
  expect(ours.seal(plain, "key 1")).not.toEqual(sealed);
  expect(Buffer.from(sealed).includes("private")).toBe(false);
});

test("another secret is told, and another label or a changed byte does not open", () => {
  const sealed = ours.seal(plain, "key 1");
  expect(sealingUnder("the secret of another server, as long").open(sealed, "key 1")).toBeNull();
  expect(() => ours.open(sealed, "key 2")).toThrow();
  for (let at = 8; at < sealed.length; at += 1) {
    const changed = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
    expect(() => ours.open(changed, "key 1")).toThrow();
  }
});
