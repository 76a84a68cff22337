import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { InApp } from "#admin/testing/in-app.tsx";
import { SiteOffers } from "./site-offers.tsx";

const open = {
  id: "o1",
  siteId: "s1",
  siteName: "Harbor Terrace",
  jurisdictionName: "Port Averly",
  releaseId: "r2",
  version: "3.3.0",
  offeredBy: "Cam Rivera",
  offeredFor: "LK",
  offeredAt: "2026-11-20T15:00:00.000Z",
  note: "The spring training is made for it.",
  state: "OPEN",
  counts: [],
  changeCount: 12,
  questionCount: 2,
  declinedBy: null,
  declinedAt: null,
  declineReason: null,
  revision: 1,
};

function show(offers: readonly object[], permissions: readonly string[] = ["site.upgrade"]) {
  return render(
    <InApp answers={{ site: { id: "s1", offers } }} permissions={permissions}>
      <SiteOffers siteId="s1" />
    </InApp>,
  );
}

test("an offer says what it would change here before anyone opens it, and leads there", async () => {
  show([open]);
  expect(await screen.findByText("Release 3.3.0 is offered: 12 changes, 2 questions for you")).toBeVisible();
  expect(screen.getByText("Offered by Cam Rivera for LK on Nov 20, 2026.")).toBeVisible();
  expect(screen.getByText("“The spring training is made for it.”")).toBeVisible();
  expect(screen.getByRole("link", { name: "Look at release 3.3.0" })).toHaveAttribute(
    "href",
    "/sites/s1/upgrade/r2",
  );
  expect(screen.getByRole("button", { name: "Decline" })).toBeVisible();
});

test("an offer without questions says so, and one that changes nothing too", async () => {
  const clear = { ...open, changeCount: 1, questionCount: 0 };
  show([clear, { ...clear, id: "o2", version: "3.4.0", changeCount: 0 }]);
  expect(await screen.findByText("Release 3.3.0 is offered: 1 change, nothing to decide")).toBeVisible();
  expect(screen.getByText("Release 3.4.0 is offered: nothing changes here")).toBeVisible();
});

test("whoever may not upgrade the site reads the offer and is not asked to answer it", async () => {
  show([open], []);
  expect(await screen.findByText(/Release 3.3.0 is offered/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Decline" })).not.toBeInTheDocument();
  expect(screen.queryByRole("link")).not.toBeInTheDocument();
});

test("a declined offer stays with its reason; a taken or withdrawn one is over", async () => {
  const declined = {
    ...open,
    state: "DECLINED",
    declinedBy: "Dana Rivera",
    declinedAt: "2026-11-22T15:00:00.000Z",
    declineReason: "Not before summer.",
  };
  show([
    declined,
    { ...open, id: "o2", version: "3.2.0", state: "TAKEN" },
    { ...open, id: "o3", version: "3.1.0", state: "WITHDRAWN" },
  ]);
  expect(
    await screen.findByText("Release 3.3.0 was declined by Dana Rivera on Nov 22, 2026: Not before summer."),
  ).toBeVisible();
  expect(screen.queryByText(/3\.[12]\.0/)).not.toBeInTheDocument();
});
