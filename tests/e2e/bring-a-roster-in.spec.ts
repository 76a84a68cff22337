import { expect, test } from "./fixtures.ts";

const run = String(Date.now()).slice(-6);

/** A made-up roster, as a personnel office would send it: columns in its own order, numbers as a spreadsheet writes them. */
function roster(header: string, rows: readonly string[]) {
  const buffer = Buffer.from([header, ...rows].join("\r\n"));
  return { name: "roster.csv", mimeType: "text/csv", buffer };
}

test("a city brings a roster in, reads what cannot come in, finds the people, and undoes it", async ({
  page,
  visitor,
}) => {
  test.slow();
  await visitor.signIn("cityAdministrator");
  await page.goto("/roster");
  await page.getByRole("link", { name: "Bring a roster in" }).click();
  await page
    .getByLabel("Drop a CSV file here, or choose one")
    .setInputFiles(
      roster("Start Date,Site,Employee Number,Officer Name,Rank,Position,End Date", [
        `2027-06-24,Lantern Courts,${run}1.0,Ada Newcomer${run},Sergeant,"Site sergeant, full time in the site",`,
        `2027-06-24,Lantern Courts,${run}2.0,Noah Newcomer${run},Officer,Officer: foot beat and evening team,`,
        `2027-07-24,Lantern Courts,${run}3.0,Ana Backward${run},Officer,Officer: foot beat and evening team,2027-07-01`,
        `2027-06-24,Nowhere Gardens,${run}4.0,Tom Elsewhere${run},Officer,Officer: foot beat and evening team,`,
      ]),
    );
  await expect(page.getByRole("heading", { name: "What the columns mean" })).toBeVisible();
  await expect(page.getByLabel("What Employee Number means")).toHaveValue("number");
  await expect(page.getByLabel("What Start Date means")).toHaveValue("start");
  await page.getByLabel("Who gave out the numbers").fill("Port Averly personnel office");
  await visitor.checkPage();
  await page.getByRole("button", { name: "Make a dry run" }).click();

  await expect(page.getByRole("heading", { name: "Dry run" })).toBeVisible();
  await visitor.checkPage();
  await page.getByRole("button", { name: /^Bring in 2 / }).click();
  await expect(page.getByRole("heading", { name: "Receipt" })).toBeVisible();
  await visitor.checkPage();
  const receipt = page.url();

  await page.goto("/roster?search=Newcomer");
  await expect(page.getByText(`Ada Newcomer${run}`)).toBeVisible();
  await expect(page.getByText(`Noah Newcomer${run}`)).toBeVisible();
  await page.goto(receipt);
  await page.getByRole("button", { name: "Undo import" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo import" }).click();
  await expect(page.getByText(/^Undone/).first()).toBeVisible();
});

test("a roster with what is never kept of an officer is refused, with the columns named", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("cityAdministrator");
  await page.goto("/imports/new?kind=roster");
  await page
    .getByLabel("Drop a CSV file here, or choose one")
    .setInputFiles(roster("Number,Name,Birth Year,Complaints", [`${run}9,Ann Example,1980,3`]));
  await expect(page.getByText("Birth Year").first()).toBeVisible();
  await expect(page.getByText("Complaints").first()).toBeVisible();
  await visitor.checkPage();
});
