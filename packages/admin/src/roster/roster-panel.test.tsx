import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { InApp } from "#admin/testing/in-app.tsx";
import { RosterPanel } from "./roster-panel.tsx";

const holder = {
  id: "a1",
  jurisdictionId: "j1",
  siteId: "s1",
  siteName: "Harbor Homes",
  officer: { id: "o1", name: "Ana Núñez", rank: "Sergeant", languages: [] },
  positionKey: "SGT",
  positionTitle: "Site sergeant",
  slot: 1,
  hasSeveralSlots: false,
  startsOn: "2022-03-01",
  endedOn: null,
  share: 1,
  commitment: {
    endsOn: "2027-02-28",
    daysLeft: 20,
    within: 30,
    elapsed: 0.98,
    leaveDays: 3,
    endsWithLeaveOn: "2027-03-03",
  },
  currentLeave: { endsOn: "2027-02-09" },
  trainings: [
    { trainingKey: "TRN-CORE", name: "Core training", state: "DONE" },
    { trainingKey: "TRN-SUP", name: "Supervisor training", state: "MISSING" },
  ],
  revision: 1,
};

const slot = {
  commitmentMonths: 60,
  share: 1,
  rank: null,
  next: null,
  vacantSince: null,
  daysVacant: 0,
  isPlanned: true,
};

const answers = {
  rosterStrength: {
    id: "s1",
    asOf: "2027-02-08",
    months: [],
    tenureMonths: [],
    medianMonths: null,
    stillThere: { started: 0, stayed: 0, promoted: 0, left: 0 },
    followedCount: 0,
    stayedCurve: [],
  },
  site: {
    id: "s1",
    today: "2027-02-08",
    jurisdiction: { id: "j1", name: "Harborview", stateCode: "OH" },
    roster: {
      id: "s1.2027-02-08",
      siteId: "s1",
      asOf: "2027-02-08",
      slotCount: 2,
      filledCount: 1,
      vacantCount: 1,
      endingCount: 1,
      trainingGapCount: 1,
      shortfalls: [{ floorKey: "MIN", name: "Smallest workable team", seats: 6, held: 0 }],
      partnerPositions: [{ positionKey: "CIW", title: "Intervention workers", slotCount: 2 }],
      slots: [
        {
          ...slot,
          id: "1",
          positionKey: "SGT",
          positionTitle: "Site sergeant",
          slot: 1,
          hasSeveralSlots: false,
          holder,
        },
        {
          ...slot,
          id: "2",
          positionKey: "OFF-GEN",
          positionTitle: "Officer",
          slot: 2,
          hasSeveralSlots: true,
          holder: null,
          vacantSince: "2027-01-10",
          daysVacant: 30,
        },
      ],
    },
  },
};

test("a slot shows its holder, the end of the commitment and the training lacking; a vacant one its days", async () => {
  render(
    <InApp answers={answers} permissions={["roster.manage"]}>
      <RosterPanel siteId="s1" />
    </InApp>,
  );
  const held = (await screen.findByRole("link", { name: "Ana Núñez" })).closest("tr") as HTMLElement;
  expect(within(held).getByText("Until Feb 28, 2027")).toBeVisible();
  expect(within(held).getByText("As agreed. Mar 3, 2027 if 3 days of leave are made up.")).toBeVisible();
  expect(within(held).getByText("20 days left")).toBeVisible();
  expect(within(held).getByText("On leave until Feb 9, 2027")).toBeVisible();
  expect(within(held).getByText("No successor planned")).toBeVisible();
  expect(within(held).getByText("Lacks: Supervisor training")).toBeVisible();
  expect(screen.getByText("Vacant 30 days")).toBeVisible();
  expect(screen.getByText("1 of 2")).toBeVisible();
  expect(screen.getByText("Smallest workable team")).toBeVisible();
});

test("each vacant slot leads to filling it, each held one to ending the assignment, by name", async () => {
  render(
    <InApp answers={answers} permissions={["roster.manage"]}>
      <RosterPanel siteId="s1" />
    </InApp>,
  );
  const fill = await screen.findByRole("link", { name: "Fill slot: Officer, slot 2" });
  expect(fill).toHaveAttribute("href", "/sites/s1/roster/fill?position=OFF-GEN&slot=2");
  expect(screen.getByRole("link", { name: "End the assignment of Ana Núñez" })).toBeVisible();
});

test("who only reads is offered no step", async () => {
  render(
    <InApp answers={answers}>
      <RosterPanel siteId="s1" />
    </InApp>,
  );
  await screen.findByRole("link", { name: "Ana Núñez" });
  expect(screen.queryByRole("link", { name: /Fill slot|End the assignment/ })).not.toBeInTheDocument();
});

test("another day is said, with the way back to today", async () => {
  render(
    <InApp answers={answers} address="/?as-of=2027-02-08">
      <RosterPanel siteId="s1" />
    </InApp>,
  );
  expect(await screen.findByLabelText("Roster as of")).toHaveValue("2027-02-08");
});

test("whoever may not see names reads why", async () => {
  render(
    <InApp answers={{ site: { ...answers.site, roster: null } }}>
      <RosterPanel siteId="s1" />
    </InApp>,
  );
  expect(await screen.findByText(/names on a roster stay with the city/)).toBeVisible();
});
