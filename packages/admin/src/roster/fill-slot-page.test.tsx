import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { InApp } from "#admin/testing/in-app.tsx";
import type * as Address from "#admin/ui/address.ts";
import { FillSlotPage } from "./fill-slot-page.tsx";

vi.mock("#admin/ui/address.ts", async (original) => ({
  ...(await original<typeof Address>()),
  usePathParam: () => "s1",
}));

const slot = {
  id: "1",
  positionKey: "SGT",
  positionTitle: "Site sergeant",
  rank: "Sergeant",
  slot: 1,
  hasSeveralSlots: false,
  commitmentMonths: 60,
  share: 1,
  holder: null,
};

const site = {
  id: "s1",
  name: "Harbor Homes",
  today: "2027-02-08",
  jurisdiction: { id: "j1", name: "Harborview", stateCode: "OH" },
  roster: { id: "r", slots: [slot] },
};

const ana = {
  __typename: "Officer",
  id: "o1",
  jurisdictionId: "j1",
  name: "Ana Núñez",
  rank: "Sergeant",
  assignments: [],
};
const officers = { totalCount: 1, edges: [{ node: ana }] };
const address = "/?position=SGT&slot=1";
const permissions = ["roster.manage"];

test("a person is asked for before anything is sent", async () => {
  const assignOfficer = vi.fn();
  render(
    <InApp answers={{ site, officers, assignOfficer }} permissions={permissions} address={address}>
      <FillSlotPage />
    </InApp>,
  );
  await userEvent.click(await screen.findByRole("button", { name: "Fill slot" }));
  expect((await screen.findAllByText("Choose a person, or add one")).length).toBeGreaterThan(0);
  expect(assignOfficer).not.toHaveBeenCalled();
});

test("what is in the way is said with its person, place and days, and what was chosen stays", async () => {
  const other = {
    __typename: "Assignment",
    id: "a9",
    siteName: "Old Mill",
    positionTitle: "Site sergeant",
    startsOn: "2026-01-05",
    endedOn: null,
    officer: { id: "o1", name: "Ana Núñez" },
  };
  const answers = { site, officers, assignOfficer: { __typename: "AssignmentOverlaps", other } };
  render(
    <InApp answers={answers} permissions={permissions} address={address}>
      <FillSlotPage />
    </InApp>,
  );
  await userEvent.click(await screen.findByRole("radio", { name: /Ana Núñez/ }));
  await userEvent.click(screen.getByRole("button", { name: "Fill slot" }));
  expect(
    await screen.findByText(/Ana Núñez has no time for it: Site sergeant, Old Mill, since Jan 5, 2026/),
  ).toBeVisible();
  expect(screen.getByRole("radio", { name: /Ana Núñez/ })).toBeChecked();
});

test("a new person with a known name is held back until it is said who it is", async () => {
  const assignOfficer = vi.fn();
  const addOfficer = { __typename: "OfficerMaybeKnown", officers: [ana] };
  render(
    <InApp
      answers={{ site, officers, addOfficer, assignOfficer }}
      permissions={permissions}
      address={address}
    >
      <FillSlotPage />
    </InApp>,
  );
  await userEvent.click(await screen.findByRole("radio", { name: /not on the roster yet/ }));
  await userEvent.type(screen.getByLabelText("Name"), "Ana Nunez");
  await userEvent.type(screen.getByLabelText("Rank or grade"), "Sergeant");
  await userEvent.click(screen.getByRole("button", { name: "Fill slot" }));
  expect(await screen.findByText("Somebody of this name is on the roster")).toBeVisible();
  expect(assignOfficer).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "It is this person" }));
  expect(screen.getByRole("radio", { name: /Ana Núñez/ })).toBeChecked();
});

test("where somebody holds the slot, the days of the hand-over are asked for and sent", async () => {
  const holder = { id: "a1", endedOn: "2027-03-31", officer: { id: "o2", name: "Ben Okafor" } };
  const held = { ...site, roster: { id: "r", slots: [{ ...slot, holder }] } };
  const assignOfficer = vi.fn<(asked: object) => object>(() => ({
    __typename: "OfficerAssigned",
    assignment: { id: "a2" },
  }));
  render(
    <InApp answers={{ site: held, officers, assignOfficer }} permissions={permissions} address={address}>
      <FillSlotPage />
    </InApp>,
  );
  await userEvent.click(await screen.findByRole("radio", { name: /Ana Núñez/ }));
  expect(screen.getByText(/Ben Okafor holds the slot through Mar 31, 2027/)).toBeVisible();
  const days = screen.getByLabelText("Days of hand-over");
  await userEvent.clear(days);
  await userEvent.type(days, "14");
  await userEvent.click(screen.getByRole("button", { name: "Fill slot" }));
  await vi.waitFor(() => {
    expect(assignOfficer.mock.calls[0]?.[0]).toMatchObject({ input: { handOverDays: 14 } });
  });
});
