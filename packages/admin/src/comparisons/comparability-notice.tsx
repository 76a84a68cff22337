import { FormattedList } from "react-intl";
import { graphql } from "#admin/graphql/generated/gql.ts";
import type { ComparabilityNotice_ComparabilityFragment } from "#admin/graphql/generated/graphql.ts";
import { useText } from "#admin/i18n/use-text.ts";
import { Notice, type NoticeKind } from "#admin/ui/notice.tsx";

graphql(`
  fragment ComparabilityNotice_comparability on Comparability {
    grade
    reasons {
      code
      places
    }
  }
`);

const kinds: Record<ComparabilityNotice_ComparabilityFragment["grade"], NoticeKind> = {
  COMPARABLE: "good",
  WITH_CARE: "note",
  NOT_COMPARABLE: "warning",
};

/** Whether these places can be compared, and each reason why not, with the places that it is about. */
export function ComparabilityNotice({
  comparability,
}: {
  comparability: ComparabilityNotice_ComparabilityFragment;
}) {
  const text = useText();
  const { grade, reasons } = comparability;
  return (
    <Notice kind={kinds[grade]} title={text(`comparisons.grade.${grade}`)}>
      {reasons.length > 0 && (
        <ul>
          {reasons.map(({ code, places }) => (
            <li key={code}>
              {text(`comparisons.reason.${code}`)} <FormattedList value={places} />.
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
