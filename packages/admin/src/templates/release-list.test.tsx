import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { SessionContext } from "#admin/session/actor.ts";
import { InApp } from "#admin/testing/in-app.tsx";
import { ReleaseList } from "./release-list.tsx";

const published = { publishedAt: "2026-11-20T15:00:00.000Z", publishedBy: "Robin Vale" };
const withdrawal = {
  reasonCode: "MISTAKE",
  reason: "An item names the wrong agreement.",
  withdrawnBy: "Robin Vale",
  withdrawnAt: "2026-11-24T15:00:00.000Z",
};
const releases = [
  { id: "r2", version: "1.1.0", ...published, withdrawal: null },
  { id: "r1", version: "1.0.0", ...published, withdrawal },
];

interface Person {
  readonly hat: string;
  readonly organizationId?: string;
}

async function show(person: Person, organizationId: string | null) {
  const template = { id: "t1", key: "ssi-housing", organizationId, releases };
  const actor = {
    hat: person.hat,
    permissions: new Set(["template.publish"]),
    roles: [{ role: "templateAuthor", placeName: "", organizationId: person.organizationId }],
  };
  render(
    <InApp answers={{}}>
      <SessionContext value={{ actor } as never}>
        <ReleaseList template={template as never} />
      </SessionContext>
    </InApp>,
  );
  await userEvent.click(await screen.findByText("All 2 releases"));
}

test("each release leads to what it changed, and a withdrawn one is marked", async () => {
  await show({ hat: "organization", organizationId: "o2" }, "o1");
  expect(screen.getByRole("link", { name: "What changed from 1.0.0 to 1.1.0" })).toHaveAttribute(
    "href",
    "/templates/ssi-housing/compare?from=1.0.0&to=1.1.0",
  );
  expect(screen.getByText("Withdrawn")).toBeVisible();
});

test.each([
  ["an author of another organization", { hat: "organization", organizationId: "o2" }, "o1", false],
  ["the steward, of an organization's template", { hat: "steward" }, "o1", false],
  ["an author, of a built-in template", { hat: "organization", organizationId: "o1" }, null, false],
  ["the template's own author", { hat: "organization", organizationId: "o1" }, "o1", true],
  ["the steward, of a built-in template", { hat: "steward" }, null, true],
])(
  "whoever may withdraw a release is offered it, and nobody else: %s",
  async (_who, person, organizationId, may) => {
    await show(person, organizationId);
    const button = screen.queryByRole("button", { name: "Withdraw release 1.1.0" });
    expect(button !== null).toBe(may);
    expect(screen.queryByRole("button", { name: "Take into use again: release 1.0.0" }) !== null).toBe(may);
  },
);
