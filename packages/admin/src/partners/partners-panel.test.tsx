import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { InApp } from "#admin/testing/in-app.tsx";
import { PartnersPanel } from "./partners-panel.tsx";

const organization = {
  id: "o1",
  legalName: "Bridges, Inc.",
  publicName: "Bridges",
  formerNames: [],
  isClaimed: false,
  mayChange: true,
  revision: 1,
};

const partnership = {
  id: "p1",
  jurisdictionId: "j1",
  stage: "ACTIVE",
  organization,
  standing: { kind: "LAPSING", on: "2027-03-01", daysLeft: 1 },
};

const roles = [
  {
    partnerRoleKey: "IA",
    title: "Intervention agency",
    requirement: "REQUIRED",
    standing: "GAP",
    typicalHolder: null,
    partnerships: [],
  },
  {
    partnerRoleKey: "YOUTH",
    title: "Youth nonprofit",
    requirement: "REQUIRED",
    standing: "LAPSING",
    typicalHolder: null,
    partnerships: [partnership],
  },
];

function answersWith(counts: object) {
  const partners = {
    siteId: "s1",
    requiredCount: 2,
    heldCount: 1,
    gapCount: 1,
    lapsingCount: 1,
    roles,
    ...counts,
  };
  return { site: { id: "s1", partners } };
}

test("gaps come first, and a lapsing agreement says its days and its last day", async () => {
  render(
    <InApp answers={answersWith({})} permissions={["partner.manage"]}>
      <PartnersPanel siteId="s1" />
    </InApp>,
  );
  expect(await screen.findByText("1 of 2 required roles are held")).toBeVisible();
  const [gap, lapsing] = screen.getAllByRole("row").slice(1) as [HTMLElement, HTMLElement];
  expect(within(gap).getByText("Gap")).toBeVisible();
  expect(within(lapsing).getByRole("link", { name: "Bridges" })).toHaveAttribute(
    "href",
    "/partnerships/j1/p1",
  );
  expect(within(lapsing).getByText("Lapses in 1 day")).toBeVisible();
  expect(within(lapsing).getByText("Last day Mar 1, 2027")).toBeVisible();
  expect(within(gap).getByRole("link", { name: "Add partner: Intervention agency" })).toHaveAttribute(
    "href",
    "/sites/s1/partners/new?role=IA",
  );
});

test("all roles held is good news, unless one of them lapses", async () => {
  const { unmount } = render(
    <InApp answers={answersWith({ heldCount: 2, lapsingCount: 0 })}>
      <PartnersPanel siteId="s1" />
    </InApp>,
  );
  expect(await screen.findByText("2 of 2 required roles are held")).toBeVisible();
  expect(screen.queryByText(/Renew it in time/)).not.toBeInTheDocument();
  unmount();
  render(
    <InApp answers={answersWith({ heldCount: 2 })}>
      <PartnersPanel siteId="s1" />
    </InApp>,
  );
  expect(await screen.findByText(/1 role hangs on an agreement that ends within 90 days/)).toBeVisible();
});

test("whoever may not see partnerships here reads where to find the own ones", async () => {
  render(
    <InApp answers={{ site: { id: "s1", partners: null } }}>
      <PartnersPanel siteId="s1" />
    </InApp>,
  );
  expect(await screen.findByText(/You find your own partnerships under Partnerships/)).toBeVisible();
});
