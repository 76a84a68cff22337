import type { FragmentType, TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { render, screen, within } from "@testing-library/react";
import { Kind, parse } from "graphql";
import { expect, test } from "vitest";
import type { PledgeSection_PartnershipFragment } from "#admin/graphql/generated/graphql.ts";
import { InApp } from "#admin/testing/in-app.tsx";
import { PledgeSection, pledgeSectionFragment } from "./pledge-section.tsx";

interface Answer {
  readonly partnership: FragmentType<PledgeSection_PartnershipFragment>;
}

const page = parse(`query PledgeSectionTest {
  partnership(jurisdictionId: "j1", id: "p1") { id ...PledgeSection_partnership }
}`);
const query: TypedDocumentNode<Answer> = {
  kind: Kind.DOCUMENT,
  definitions: [...page.definitions, ...pledgeSectionFragment.definitions],
};

function Section({ mayManage }: { mayManage: boolean }) {
  const partnership = useQuery(query).data?.partnership;
  return partnership ? <PledgeSection partnership={partnership} mayManage={mayManage} /> : null;
}

const report = { id: "r1", reportNumber: 1, amount: 40, status: "RETURNED", isByCity: false, revision: 2 };
const periods = [
  { period: "2027-03", dueOn: "2027-04-30", standing: "DUE", delivered: null, reports: [] },
  {
    period: "2027-02",
    dueOn: "2027-03-30",
    standing: "WAITING",
    delivered: 9,
    reports: [
      { ...report, id: "r2", reportNumber: 2, amount: 14, status: "REPORTED", returnReason: null },
      { ...report, id: "r0", amount: 9, status: "CONFIRMED", returnReason: null },
    ],
  },
  {
    period: "2027-01",
    dueOn: "2027-03-02",
    standing: "RETURNED",
    delivered: null,
    reports: [{ ...report, returnReason: "Count each evening once." }],
  },
  { period: "2026-12", dueOn: "2027-01-30", standing: "MISSING", delivered: null, reports: [] },
];
const pledge = {
  id: "g1",
  jurisdictionId: "j1",
  title: "Evening workshops",
  unit: "workshops",
  amountPerPeriod: 12,
  periodKind: "MONTH",
  startsOn: "2026-12-01",
  endsOn: null,
  revision: 1,
  periods,
};

function show(changes: object, mayManage: boolean) {
  const partnership = { id: "p1", jurisdictionId: "j1", mayReport: false, pledges: [pledge], ...changes };
  render(
    <InApp answers={{ partnership }}>
      <Section mayManage={mayManage} />
    </InApp>,
  );
}

const cellsOf = async (period: string) => {
  const table = await screen.findByRole("table", { name: "Evening workshops" });
  const row = within(table)
    .getAllByRole("row")
    .find((each) => each.textContent.includes(period));
  return within(row ?? table)
    .getAllByRole("cell")
    .map((cell) => cell.textContent);
};

test("a missing period shows no figure, and a waiting one the figure that is confirmed beside the new report", async () => {
  show({}, false);
  const missing = await cellsOf("2026-12");
  expect(missing.some((words) => words.includes("Missing"))).toBe(true);
  expect(missing).not.toContain("0");
  const waiting = await cellsOf("2027-02");
  expect(waiting).toContain("9");
  expect(waiting.some((words) => words.includes("Reported: 14"))).toBe(true);
  expect((await cellsOf("2027-01")).some((words) => words.includes("Count each evening once."))).toBe(true);
  expect(screen.queryByRole("button", { name: /^Report.*:|^Answer|^Add promise/ })).toBeNull();
});

test("the city answers a report that waits, and no other; the organization reports", async () => {
  show({ mayReport: true }, true);
  await screen.findByRole("table", { name: "Evening workshops" });
  const answers = screen.getAllByRole("button", { name: /^Answer/ }).map((button) => button.ariaLabel);
  expect(answers).toEqual(["Answer: Evening workshops, 2027-02"]);
  const reports = screen.getAllByRole("button", { name: /^Report.*:/ }).map((button) => button.ariaLabel);
  expect(reports).toEqual([
    "Report: Evening workshops, 2027-03",
    "Report anew: Evening workshops, 2027-02",
    "Report anew: Evening workshops, 2027-01",
    "Report: Evening workshops, 2026-12",
  ]);
});

test("where nothing is promised, it says what to do first", async () => {
  show({ pledges: [] }, true);
  expect(await screen.findByText("Nothing promised yet")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Add promise" })).toBeTruthy();
});
