import { z } from "zod";
import { useText } from "#admin/i18n/use-text.ts";
import { SelectField, TextAreaField, TextField } from "#admin/ui/field.tsx";

const shortestReason = 10;
const reasonCodes = ["LOCAL_LAW", "RESOURCES", "CULTURE", "SITE_CONDITIONS", "OTHER"] as const;
const deciders = ["SITE_TEAM", "CITY", "POLICE_COMMAND", "STEERING_COMMITTEE", "RESIDENTS"] as const;
const yesOrNo = ["yes", "no"] as const;

/** What is asked about a difference besides what it is, as fields of a form. */
export const recordShape = {
  reasonCode: z.enum(reasonCodes, "ui.form.choice"),
  reason: z.string().trim().min(shortestReason, "sites.adapt.reasonShort").max(2000),
  decidedBy: z.enum(deciders).or(z.literal("")).optional(),
  planned: z.enum(yesOrNo).or(z.literal("")).optional(),
  consistent: z.enum(yesOrNo).or(z.literal("")).optional(),
  steeringDecidedOn: z.string().optional(),
};

/** The same as a form of its own. */
export const recordSchema = z.object(recordShape);

export type RecordAnswers = z.infer<typeof recordSchema>;

/** What was said about a difference besides what it is; what was left open is not said. */
export function recordOf(answers: RecordAnswers) {
  const { reasonCode, reason, decidedBy, planned, consistent, steeringDecidedOn } = answers;
  return {
    reasonCode,
    reason,
    ...(decidedBy ? { decidedBy } : {}),
    ...(planned ? { isPlanned: planned === "yes" } : {}),
    ...(consistent ? { isConsistent: consistent === "yes" } : {}),
    ...(steeringDecidedOn ? { steeringDecidedOn } : {}),
  };
}

/** Why, who decided, and what the field's framework for reporting adaptations asks besides, which may stay open. */
export function RecordFields({ isCoreTouched }: { isCoreTouched: boolean }) {
  const text = useText();
  const answers = yesOrNo.map((value) => ({ value, label: text(`sites.adapt.${value}`) }));
  return (
    <>
      <SelectField
        name="reasonCode"
        label={text("sites.adapt.reasonCode")}
        choices={reasonCodes.map((code) => ({ value: code, label: text(`sites.reason.${code}`) }))}
      />
      <TextAreaField
        name="reason"
        label={text("sites.adapt.reason")}
        help={text("sites.adapt.reason.help")}
        rows={3}
      />
      <TextField
        name="steeringDecidedOn"
        type="date"
        label={text("sites.adapt.steering")}
        help={text("sites.adapt.steering.help")}
        isOptional={!isCoreTouched}
      />
      <SelectField
        name="decidedBy"
        label={text("sites.adapt.decidedBy")}
        isOptional
        choices={deciders.map((value) => ({ value, label: text(`sites.decider.${value}`) }))}
      />
      <SelectField name="planned" label={text("sites.adapt.planned")} isOptional choices={answers} />
      <SelectField name="consistent" label={text("sites.adapt.consistent")} isOptional choices={answers} />
    </>
  );
}
