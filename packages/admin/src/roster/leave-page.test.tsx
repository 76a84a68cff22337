import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { InApp } from "#admin/testing/in-app.tsx";
import type * as Address from "#admin/ui/address.ts";
import { LeavePage } from "./leave-page.tsx";

const path: Readonly<Record<string, string>> = { jurisdictionId: "j1", officerId: "o1", assignmentId: "a1" };
vi.mock("#admin/ui/address.ts", async (original) => ({
  ...(await original<typeof Address>()),
  usePathParam: (name: string) => path[name],
}));

const commitment = {
  endsOn: "2032-02-29",
  daysLeft: 1500,
  within: null,
  elapsed: 0.2,
  leaveDays: 31,
  endsWithLeaveOn: "2032-03-31",
};
const leave = { startsOn: "2028-01-01", endsOn: "2028-01-31", kind: "PERSONAL" };
const assignment = {
  id: "a1",
  revision: 1,
  siteId: "s1",
  siteName: "Harbor Homes",
  positionTitle: "Site sergeant",
  slot: 1,
  hasSeveralSlots: false,
  startsOn: "2027-03-01",
  endedOn: null,
  exitReason: null,
  share: 1,
  leaves: [leave],
  commitment,
};
const officer = { id: "o1", jurisdictionId: "j1", name: "Ana Núñez", assignments: [assignment] };

function show(answers: object = {}) {
  render(
    <InApp answers={{ officer, ...answers }} permissions={["roster.manage"]}>
      <LeavePage />
    </InApp>,
  );
}

test("the end of the commitment is said as agreed and with the leave made up", async () => {
  show();
  expect(await screen.findByText("Until Feb 29, 2032")).toBeVisible();
  expect(screen.getByText("As agreed. Mar 31, 2032 if 31 days of leave are made up.")).toBeVisible();
});

test("a leave that meets another is refused in words, and what was typed stays", async () => {
  const finding = { code: "LEAVE_OVERLAPS", severity: "ERROR", path: "startsOn", message: "" };
  show({ recordLeave: { __typename: "RosterChangeRefused", findings: [finding] } });
  const first = await screen.findByLabelText("First day away");
  await userEvent.clear(first);
  await userEvent.type(first, "2028-01-20");
  await userEvent.type(screen.getByLabelText("Last day away"), "2028-02-20");
  await userEvent.click(screen.getByLabelText("Sent to other duty"));
  await userEvent.click(screen.getByRole("button", { name: "Record leave" }));
  expect((await screen.findAllByText(/Another leave has some of these days/)).length).toBeGreaterThan(0);
  expect(screen.getByLabelText("Last day away")).toHaveValue("2028-02-20");
});

test("each leave can be taken back, by its days", async () => {
  const recordLeave = vi.fn<(asked: object) => object>(() => ({
    __typename: "LeaveRecorded",
    assignment: { __typename: "Assignment", id: "a1", leaves: [], currentLeave: null, commitment: null },
  }));
  show({ recordLeave });
  const item = (await screen.findByText("Leave of their own", { selector: "span" })).closest(
    "li",
  ) as HTMLElement;
  await userEvent.click(
    within(item).getByRole("button", { name: "Take back the leave Jan 1, 2028 to Jan 31, 2028" }),
  );
  await vi.waitFor(() => {
    expect(recordLeave.mock.calls[0]?.[0]).toMatchObject({
      input: { assignmentId: "a1", startsOn: "2028-01-01", endsOn: "2028-01-31", isMistake: true },
    });
  });
});
