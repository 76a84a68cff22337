import { useFormContext, useWatch } from "react-hook-form";
import { useIntl } from "react-intl";
import { z } from "zod";
import { useText } from "#admin/i18n/use-text.ts";
import { EntityForm } from "#admin/ui/entity-form.tsx";
import { RadioField, TextAreaField, TextField } from "#admin/ui/field.tsx";
import { type Decision, decisionOn } from "./decision.ts";
import type { Question } from "./question-card.tsx";
import { useUpgraded } from "./upgraded.ts";

const schema = z.object({
  choice: z.enum(["KEEP_LOCAL", "TAKE_INCOMING", "OTHER"], "ui.form.choice"),
  value: z.string().optional(),
  reason: z.string().trim().max(2000).optional(),
  steeringDecidedOn: z.string().optional(),
});

type Answers = z.infer<typeof schema>;

/** Asks for the decision on one question; a third answer, a reason and the committee's day where they matter. */
export function DecisionForm({
  question,
  onDecide,
}: {
  question: Question;
  onDecide: (decision: Decision) => void;
}) {
  const text = useText();
  const language = useIntl().locale.slice(0, 2);
  return (
    <EntityForm
      schema={schema}
      isUnguarded
      defaultValues={{ value: begunWith(question, language), reason: question.decision?.reason ?? "" }}
      saveLabel={text("upgrades.decide")}
      save={(answers) => {
        const finding = whatIsMissing(question, answers);
        if (finding !== undefined) {
          const path = finding === "upgrades.decide.steering.missing" ? "steeringDecidedOn" : "value";
          return Promise.resolve([{ code: "MISSING", severity: "ERROR", path, message: text(finding) }]);
        }
        onDecide(toDecision(question, answers, language));
        return Promise.resolve([]);
      }}
    >
      <DecisionFields question={question} />
    </EntityForm>
  );
}

function DecisionFields({ question }: { question: Question }) {
  const text = useText();
  const { control } = useFormContext();
  const choice = useWatch({ control, name: "choice" }) as Answers["choice"] | undefined;
  // Why a site does something differently is asked; what a template says needs no reason before it is published.
  const differs = useUpgraded() === "site" && (choice === "KEEP_LOCAL" || choice === "OTHER");
  const choices = [
    ...(question.mayKeep ? (["KEEP_LOCAL"] as const) : []),
    "TAKE_INCOMING" as const,
    ...(question.thirdKind === null ? [] : (["OTHER"] as const)),
  ];
  return (
    <>
      <RadioField
        name="choice"
        label={text("upgrades.decide.label")}
        choices={choices.map((value) => ({
          value,
          label: text(`upgrades.choice.${value}.${sideOf(question, value)}`),
        }))}
      />
      {choice === "OTHER" && (
        <TextField
          name="value"
          label={text("upgrades.decide.value")}
          {...(question.thirdKind === "NUMBER" ? { inputMode: "decimal" as const } : {})}
        />
      )}
      {differs && (
        <TextAreaField
          name="reason"
          label={text("upgrades.decide.reason")}
          help={text("upgrades.decide.reason.help")}
          isOptional
          rows={2}
        />
      )}
      {differs && question.isCore && (
        <TextField
          name="steeringDecidedOn"
          type="date"
          label={text("upgrades.decide.steering")}
          help={text("upgrades.decide.steering.help")}
        />
      )}
    </>
  );
}

/** Whether a choice means that a part stands or goes, or which value it has. */
function sideOf(question: Question, choice: Answers["choice"]): "value" | "out" | "in" {
  const side = choice === "TAKE_INCOMING" ? question.incoming : question.local;
  if (question.field !== null || choice === "OTHER") return "value";
  return side === null ? "out" : "in";
}

function whatIsMissing(
  question: Question,
  { choice, value, steeringDecidedOn }: Answers,
): string | undefined {
  if (choice === "OTHER" && !value?.trim()) return "ui.form.required";
  if (choice === "OTHER" && question.thirdKind === "NUMBER" && Number.isNaN(Number(value)))
    return "ui.form.number";
  const isCoreKept = question.isCore && choice !== "TAKE_INCOMING";
  return isCoreKept && !steeringDecidedOn ? "upgrades.decide.steering.missing" : undefined;
}

function toDecision(question: Question, answers: Answers, language: string): Decision {
  const { choice, value = "", reason, steeringDecidedOn } = answers;
  const third =
    question.thirdKind === "NUMBER" ? Number(value) : { ...texts(question), [language]: value.trim() };
  return decisionOn(question, choice, {
    ...(choice === "OTHER" ? { value: third } : {}),
    ...(reason && choice !== "TAKE_INCOMING" ? { reason, reasonCode: "OTHER" } : {}),
    ...(steeringDecidedOn && choice !== "TAKE_INCOMING" ? { steeringDecidedOn } : {}),
  });
}

function texts({ localValue }: Question): Record<string, string> {
  const held = typeof localValue === "object" && localValue !== null ? localValue : {};
  return { ...(held as Record<string, string>) };
}

/** The third answer begins with what the site has. */
function begunWith(question: Question, language: string): string {
  const { localValue } = question;
  if (typeof localValue === "number") return String(localValue);
  const held = texts(question);
  return held[language] ?? held["en"] ?? "";
}
