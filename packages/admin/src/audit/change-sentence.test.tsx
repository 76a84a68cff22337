import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { messages } from "#admin/i18n/english.ts";
import { InEnglish } from "#admin/testing/in-english.tsx";
import { useChangeSentence } from "./use-change-sentence.ts";
import schema from "../../../server/schema.graphql?raw";

function Sentence({ useCase, summary }: { useCase: string; summary: unknown }) {
  return <p>{useChangeSentence()({ actorName: "Cam Rivera", useCase, summary })}</p>;
}

test("says a change with its values, days as days, and words in the reader's language", () => {
  render(
    <InEnglish>
      <Sentence useCase="signOffItem" summary={{ title: { en: "Walk the site", es: "Recorrer el sitio" } }} />
      <Sentence
        useCase="changeLaunchDate"
        summary={{ from: "2027-03-04", to: "2027-04-01", movedCount: 12 }}
      />
    </InEnglish>,
  );
  expect(screen.getByText("Cam Rivera signed off “Walk the site”.")).toBeVisible();
  expect(
    screen.getByText("Cam Rivera moved the launch from Mar 4, 2027 to Apr 1, 2027; 12 items move with it."),
  ).toBeVisible();
});

test("says a change that it has no words for by its name, and one with a missing value all the same", () => {
  render(
    <InEnglish>
      <Sentence useCase="paintFence" summary={null} />
      <Sentence useCase="saveJurisdiction" summary={{}} />
    </InEnglish>,
  );
  expect(screen.getByText("Cam Rivera made a change (paintFence).")).toBeVisible();
  expect(screen.getByText("Cam Rivera saved the jurisdiction ….")).toBeVisible();
});

test("every mutation of the API has its sentence", () => {
  const mutations = /^type Mutation \{([\s\S]*?)^\}/m.exec(schema)?.[1] ?? "";
  const names = [...mutations.matchAll(/^ {2}(\w+)\(/gm)].map((match) => match[1] ?? "");
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !(`audit.did.${name}` in messages))).toEqual([]);
});
