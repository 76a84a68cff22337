import { expect, test } from "./fixtures.ts";

/** A year long before the sample state, another one each time, so that the figures are new. */
const year = String(1900 + (Date.now() % 90));

/** A made-up quarter of counts, as a crime analyst would send it. */
const file = {
  name: "crime-analyst.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "Port Averly Police Department",
      "Counts by month",
      "Year,Month,Population,Violent crime,Robbery,Notes",
      `${year},January,"41,200",61,17,`,
      `${year},February,"41,200",55,NA,late`,
      `${year},March,"41,200",1e308,12,`,
      "Figures are provisional.,,,,,",
    ].join("\r\n"),
  ),
};

test("a city administrator brings figures in, reads the receipt, and undoes it", async ({
  page,
  visitor,
}) => {
  await visitor.signIn("cityAdministrator");
  await visitor.visit("/imports");
  await visitor.visit("/imports/new");
  await page.getByLabel("Drop a CSV file here, or choose one").setInputFiles(file);

  await expect(page.getByRole("heading", { name: "What the columns mean" })).toBeVisible();
  await expect(page.getByText("Above the table: Port Averly Police Department")).toBeVisible();
  await expect(page.getByLabel("What Violent crime means")).toHaveValue("figures");
  await visitor.checkPage();
  await page.getByRole("button", { name: "Make a dry run" }).click();
  await expect(page.getByText("Say which column names the place").first()).toBeVisible();
  await page.getByLabel("Place", { exact: true }).selectOption({ label: "The whole jurisdiction" });
  await page.getByLabel("Keep this mapping under the name").fill(`Monthly file ${String(Date.now())}`);
  await page.getByRole("button", { name: "Keep mapping" }).click();
  await expect(page.getByText("is kept for the next file")).toBeVisible();
  await page.getByRole("button", { name: "Make a dry run" }).click();

  await expect(page.getByRole("heading", { name: "Dry run" })).toBeVisible();
  await expect(page.getByText("is larger than any figure of a city")).toBeVisible();
  await visitor.checkPage();
  await page.getByRole("button", { name: "Bring in 4 figures" }).click();

  await expect(page.getByRole("heading", { name: "Receipt" })).toBeVisible();
  await visitor.checkPage();
  await visitor.visit("/figures?indicator=CR-VIOL");
  await page.goBack();
  await page.getByRole("button", { name: "Undo import" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo import" }).click();
  await expect(page.getByText("Undone: the earlier figures hold again")).toBeVisible();
});

test("a file with people in it is refused at the door, in words", async ({ page, visitor }) => {
  await visitor.signIn("cityEditor");
  await visitor.visit("/imports/new");
  const buffer = Buffer.from("Case Number,Victim Name,Count\n1,Ann Example,1\n");
  await page
    .getByLabel("Drop a CSV file here, or choose one")
    .setInputFiles({ ...file, name: "cases.csv", buffer });
  await expect(page.getByText("nothing of this file was kept").first()).toBeVisible();
  await visitor.checkPage();
});
