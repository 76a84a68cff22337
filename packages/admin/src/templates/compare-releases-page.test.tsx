import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { InApp } from "#admin/testing/in-app.tsx";
import { CompareReleasesPage } from "./compare-releases-page.tsx";

vi.mock(import("#admin/ui/address.ts"), async (original) => ({
  ...(await original()),
  usePathParam: () => "csp-park",
}));

interface Wanted {
  readonly templateKey: string;
  readonly from: string;
  readonly to: string;
}

const versions = ["3.2.0", "3.1.0", "3.0.0"];
const value = { local: null, incoming: null, merged: null, field: null, fieldLabel: null };
const changes = [
  { ...value, kind: "ADDED", section: "checklistItems", key: "K06", title: "Sign the agreement" },
  {
    ...value,
    kind: "CHANGED",
    section: "positions",
    key: "SGT",
    title: "Sergeant",
    field: "count",
    fieldLabel: "number of seats",
    local: "1",
    merged: "2",
  },
];

function show(address: string, answers: { releases?: readonly string[]; changes?: readonly object[] } = {}) {
  const asked: Wanted[] = [];
  const releases = (answers.releases ?? versions).map((version) => ({ id: version, version }));
  const template = { id: "t1", key: "csp-park", name: "Park", releases };
  const releaseDifference = (wanted: Wanted) => {
    asked.push(wanted);
    return {
      isBackwards: wanted.from > wanted.to,
      partCount: 2,
      counts: [
        { kind: "ADDED", count: 1 },
        { kind: "CHANGED", count: 1 },
      ],
      notes: [{ version: wanted.to, changes: ["The agreement is new."] }],
      changes: answers.changes ?? changes,
    };
  };
  render(
    <InApp answers={{ template, releaseDifference }} address={address}>
      <CompareReleasesPage />
    </InApp>,
  );
  return asked;
}

test("the releases that the address names are set side by side, in words and with counts", async () => {
  const asked = show("/?from=3.0.0&to=3.2.0");
  expect(await screen.findByRole("heading", { level: 1, name: "From release 3.0.0 to 3.2.0" })).toBeVisible();
  expect(await screen.findByRole("status")).toHaveTextContent("2 parts differ: 1 part added · 1 change");
  expect(screen.getByText("number of seats: “1” becomes “2”")).toBeVisible();
  expect(screen.getByText("is new.")).toBeVisible();
  expect(screen.getByText("The agreement is new.")).toBeVisible();
  expect(asked).toMatchObject([{ from: "3.0.0", to: "3.2.0" }]);
});

test("where the address names none, it is the newest with the one before it", async () => {
  show("/");
  expect(await screen.findByRole("heading", { level: 1, name: "From release 3.1.0 to 3.2.0" })).toBeVisible();
});

test("another release is chosen, and the two change sides", async () => {
  show("/?from=3.1.0&to=3.2.0");
  await userEvent.selectOptions(await screen.findByLabelText("From"), "3.0.0");
  expect(await screen.findByRole("heading", { level: 1, name: "From release 3.0.0 to 3.2.0" })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Swap" }));
  expect(await screen.findByRole("heading", { level: 1, name: "From release 3.2.0 to 3.0.0" })).toBeVisible();
  expect(await screen.findByText(/Release 3.2.0 is the newer one/)).toBeVisible();
});

test("the same release on both sides is said so, and the API is not asked", async () => {
  const asked = show("/?from=3.1.0&to=3.1.0");
  expect(await screen.findByText(/Release 3.1.0 stands on both sides/)).toBeVisible();
  expect(asked).toEqual([]);
});

test("a release that there is not is said so, and the API is not asked", async () => {
  const asked = show("/?from=3.1.0&to=9.0.0");
  expect(await screen.findByText(/There is no release 9.0.0 of this template/)).toBeVisible();
  expect(screen.getByLabelText("From")).toHaveValue("3.1.0");
  expect(asked).toEqual([]);
});

test("two releases with the same content say so", async () => {
  show("/?from=3.1.0&to=3.2.0", { changes: [] });
  expect(await screen.findByText("Releases 3.1.0 and 3.2.0 have the same content.")).toBeVisible();
});

test("a template with one release says that there is nothing to compare yet, and leads back", async () => {
  show("/", { releases: ["1.0.0"] });
  expect(await screen.findByText("There is nothing to compare yet")).toBeVisible();
  expect(screen.getByRole("link", { name: "Back to the template" })).toHaveAttribute(
    "href",
    "/templates/csp-park",
  );
});
