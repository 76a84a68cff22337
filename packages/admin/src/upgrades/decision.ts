import type { UpgradeDecisionInput } from "#admin/graphql/generated/graphql.ts";
import type { Question } from "./question-card.tsx";

/** A decision on one question, as the API takes it. */
export type Decision = UpgradeDecisionInput;

/** A decision on a question, before anything else is said about it. */
export function decisionOn(
  question: Question,
  choice: Decision["choice"],
  more: Partial<Decision> = {},
): Decision {
  const { section, key, field, question: name } = question;
  return { section, key, field, question: name, choice, ...more };
}

/** The decisions that the questions of a preview already carry. */
export function decisionsOf(questions: readonly Question[]): Decision[] {
  return questions.flatMap((question) => {
    const { decision } = question;
    if (decision === null) return [];
    const { choice, value, reasonCode, reason, steeringDecidedOn } = decision;
    return [decisionOn(question, choice, { value, reasonCode, reason, steeringDecidedOn })];
  });
}

/** The decisions with one more, in place of an earlier one on the same question. */
export function withDecision(decisions: readonly Decision[], made: Decision): Decision[] {
  return [...decisions.filter(({ question }) => question !== made.question), made];
}

/** The same answer to every open question that it can be given to without a decision of the steering committee. */
export function decideAll(
  questions: readonly Question[],
  choice: "KEEP_LOCAL" | "TAKE_INCOMING",
): Decision[] {
  return questions
    .filter(({ isOpen, isCore, mayKeep }) => isOpen && (choice === "TAKE_INCOMING" || (mayKeep && !isCore)))
    .map((question) => decisionOn(question, choice));
}
