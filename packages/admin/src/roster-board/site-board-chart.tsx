import { useMemo } from "react";
import { ChartFrame } from "#admin/charts/chart-frame.tsx";
import { useText } from "#admin/i18n/use-text.ts";
import { useDayWriter } from "#admin/ui/day.tsx";
import type { Column } from "#admin/ui/table-column.ts";
import { BoardDrawing } from "./board-drawing.tsx";
import { type BoardMark, boardMarks } from "./board-marks.ts";
import type { SiteOnBoard } from "./roster-board.tsx";

/** The slots of a site over some years as bars, and the same as a table. */
export function SiteBoardChart({ site }: { site: SiteOnBoard }) {
  const text = useText();
  const write = useDayWriter();
  const columns = useColumns();
  const marks = useMemo(() => boardMarks(site, { text, write }), [site, text, write]);
  const { asOf, slots, siteName } = site;
  const isHeld = (one: { startsOn: string; endedOn: string | null }) =>
    one.startsOn <= asOf && (one.endedOn === null || one.endedOn >= asOf);
  const held = slots.filter(({ assignments }) => assignments.some(isHeld)).length;
  return (
    <ChartFrame<BoardMark>
      name={`roster-board-${siteName}`}
      sentence={text("rosterBoard.sentence", { slots: slots.length, held })}
      caption={text("rosterBoard.caption", { site: siteName })}
      source={text("rosterBoard.source")}
      asOf={text("rosterBoard.asOf", { date: write.absolute(asOf) })}
      method={text("rosterBoard.method")}
      columns={columns}
      rows={marks}
      rowKey={(mark) => mark.key}
    >
      {(width) => <BoardDrawing width={width} site={site} marks={marks} />}
    </ChartFrame>
  );
}

function useColumns(): readonly Column<BoardMark>[] {
  const text = useText();
  const write = useDayWriter();
  return useMemo(
    () => [
      { id: "slot", header: text("rosterBoard.slot"), value: (mark) => mark.slot },
      {
        id: "who",
        header: text("rosterBoard.who"),
        value: (mark) => mark.held?.officerName ?? text("rosterBoard.vacant"),
      },
      {
        id: "from",
        header: text("rosterBoard.from"),
        value: (mark) => mark.from,
        cell: (mark) => write.absolute(mark.from),
      },
      {
        id: "to",
        header: text("rosterBoard.to"),
        value: (mark) => (mark.isOpen ? null : mark.to),
        cell: (mark) => (mark.isOpen ? text("rosterBoard.open") : write.absolute(mark.to)),
      },
      {
        id: "commitment",
        header: text("rosterBoard.commitment"),
        value: (mark) => mark.held?.commitmentEndsOn ?? null,
        cell: (mark) => (mark.held?.commitmentEndsOn ? write.absolute(mark.held.commitmentEndsOn) : "–"),
      },
      {
        id: "days",
        header: text("rosterBoard.daysVacant"),
        value: (mark) => mark.days,
        isNumber: true,
        format: "number",
      },
      {
        id: "leaves",
        header: text("rosterBoard.leaves"),
        value: (mark) => mark.held?.leaves.length ?? null,
        isNumber: true,
        format: "number",
      },
    ],
    [text, write],
  );
}
