import { zodResolver } from "@hookform/resolvers/zod";
import { type ReactNode, useEffect, useRef, useState } from "react";
import {
  type DefaultValues,
  type FieldValues,
  FormProvider,
  useForm,
  type UseFormReturn,
} from "react-hook-form";
import type { z } from "zod";
import { refusalCode, refusalMessage } from "#admin/graphql/refusal.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { type Finding, isBlocking } from "./finding.ts";
import { FormErrors } from "./form-errors.tsx";
import { readDraft, useDraft } from "./form-draft.ts";
import { KeptNote } from "./kept-note.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { Notice } from "./notice.tsx";
import "./entity-form.css";

export interface EntityFormProps<Values extends FieldValues> {
  schema: z.ZodType<Values, FieldValues>;
  defaultValues: DefaultValues<NoInfer<Values>>;
  /** Saves; what it returns is what the server found wrong. Nothing returned means saved. */
  save: (values: NoInfer<Values>) => Promise<readonly Finding[] | undefined>;
  /** After it is saved: usually goes to the record's page. */
  onSaved?: (values: NoInfer<Values>) => void;
  /** A plain verb and its object: "Open site". */
  saveLabel: string;
  /** Beside the button: a link back, a second way on. */
  otherActions?: ReactNode;
  /** Keeps what is typed on this computer under this name until it is saved. */
  draft?: string;
  /** For a form that loses nothing when left, as the sign-in. */
  isUnguarded?: boolean;
  children: ReactNode;
}

/** Why nothing was saved; the server's own sentence where it has one for people. */
interface Failure {
  readonly kind: "stale" | "unreachable" | "refused";
  readonly message?: string | undefined;
}

/** The one form: errors beside the fields and summed up on top; nothing typed is lost when a save fails. */
export function EntityForm<Values extends FieldValues>(props: EntityFormProps<Values>) {
  const text = useText();
  const { schema, defaultValues, draft } = props;
  const [kept] = useState(() => readDraft<Values>(draft));
  const form = useForm<FieldValues, unknown, Values>({
    resolver: zodResolver(schema),
    defaultValues: Object.assign({}, defaultValues, kept),
    shouldFocusError: false,
  });
  const keeping = useDraft(draft, form);
  const { isDirty, isSubmitting } = form.formState;
  const { hasSaved, failure, findings, attempt } = useSave(props, form, keeping.forget);
  return (
    <FormProvider {...form}>
      {!props.isUnguarded && <LeaveGuard isNeeded={() => isDirty && !hasSaved.current} />}
      <form className="fs-form" noValidate onSubmit={(event) => void form.handleSubmit(attempt)(event)}>
        {kept && <Notice kind="note">{text("ui.form.draftKept")}</Notice>}
        {failure && (
          <Notice kind="problem" isLive title={text(`ui.form.${failure.kind}.title`)}>
            {failure.message ?? text(`ui.form.${failure.kind}.text`)}
          </Notice>
        )}
        <FormErrors findings={findings} />
        {props.children}
        <div className="fs-row fs-form__actions">
          <button type="submit" className="usa-button" aria-disabled={isSubmitting}>
            {isSubmitting ? text("ui.form.saving") : props.saveLabel}
          </button>
          {props.otherActions}
          {draft && <KeptNote isKept={keeping.isKept} where="computer" />}
        </div>
      </form>
    </FormProvider>
  );
}

function useSave<Values extends FieldValues>(
  props: EntityFormProps<Values>,
  form: UseFormReturn<FieldValues, unknown, Values>,
  forgetDraft: () => void,
) {
  const hasSaved = useRef(false);
  const [failure, setFailure] = useState<Failure>();
  const hasFailed = failure !== undefined;
  useEffect(() => {
    if (hasFailed) window.scrollTo({ top: 0 });
  }, [hasFailed]);
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const isSaving = useRef(false);
  const attempt = async (values: Values) => {
    if (isSaving.current) return;
    isSaving.current = true;
    setFailure(undefined);
    const { found, failed } = await props.save(values).then(
      (answer) => ({ found: answer ?? [], failed: undefined }),
      (error: unknown) => ({ found: [], failed: failureOf(error) }),
    );
    isSaving.current = false;
    setFailure(failed);
    setFindings(showBesideFields(form, found));
    if (failed || found.some(isBlocking)) return;
    forgetDraft();
    form.reset(values);
    hasSaved.current = true;
    props.onSaved?.(values);
  };
  useEffect(() => {
    const subscription = form.watch(() => {
      hasSaved.current = false;
    });
    return () => {
      subscription.unsubscribe();
    };
  }, [form]);
  return { hasSaved, failure, findings, attempt };
}

/** Puts each finding that names a field beside that field, and returns the others. */
function showBesideFields<Values extends FieldValues>(
  form: UseFormReturn<FieldValues, unknown, Values>,
  found: readonly Finding[],
): readonly Finding[] {
  const names = new Set(Object.keys(form.getValues()));
  const isOfField = (finding: Finding) => names.has(finding.path?.split(".")[0] ?? "");
  for (const finding of found.filter(isOfField)) {
    form.setError(finding.path ?? "", { type: "server", message: finding.message });
  }
  return found.filter((finding) => !isOfField(finding));
}

function failureOf(error: unknown): Failure {
  const code = refusalCode(error);
  if (code === "STALE_REVISION") return { kind: "stale" };
  return code === undefined ? { kind: "unreachable" } : { kind: "refused", message: refusalMessage(error) };
}
