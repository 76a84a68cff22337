import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { InApp } from "#admin/testing/in-app.tsx";
import type { Decision } from "./decision.ts";
import type { Preview } from "./upgrade-site-page.tsx";
import { useUpgrading } from "./use-upgrading.ts";

const preview = {
  siteId: "s1",
  siteRevision: 1,
  draftRevision: 0,
  conflicts: [],
  to: { id: "r2", version: "3.3.0" },
} as unknown as Preview;

const decision = (question: string): Decision => ({
  section: "positions",
  key: question,
  question,
  choice: "KEEP_LOCAL",
});

function TwoAtOnce() {
  const { keep, failure } = useUpgrading(preview);
  return (
    <>
      <button
        type="button"
        onClick={() => {
          keep([decision("q1")]);
          keep([decision("q2")]);
        }}
      >
        Decide both
      </button>
      <p role="alert">{failure}</p>
    </>
  );
}

test("two decisions made at once are both kept, the second beside the first", async () => {
  let revision = 0;
  let questions: string[] = [];
  const saveUpgradeDecisions = ({
    input,
  }: {
    input: { expectedRevision: number; decisions: { question: string }[] };
  }) => {
    if (input.expectedRevision !== revision) throw new Error("Somebody else kept decisions meanwhile");
    revision += 1;
    questions = input.decisions.map(({ question }) => question);
    return { __typename: "UpgradeDecisionsSaved", revision };
  };
  render(
    <InApp answers={{ saveUpgradeDecisions }}>
      <TwoAtOnce />
    </InApp>,
  );
  fireEvent.click(await screen.findByRole("button", { name: "Decide both" }));
  await waitFor(() => {
    expect(questions).toEqual(["q1", "q2"]);
  });
  expect(revision).toBe(2);
  expect(screen.getByRole("alert")).toBeEmptyDOMElement();
});
