import { useEffect, useState } from "react";
import { type Detail, loadOutlines, type Outlines } from "./outlines.ts";

const none: Outlines = { states: [], counties: [] };

/** The outlines once they are here; undefined before. Without them a map still shows its points. */
export function useOutlines(detail: Detail): Outlines | undefined {
  const [outlines, setOutlines] = useState<Outlines>();
  useEffect(() => {
    let isCurrent = true;
    const take = (found: Outlines) => {
      if (isCurrent) setOutlines(found);
    };
    loadOutlines(detail).then(take, () => {
      take(none);
    });
    return () => {
      isCurrent = false;
    };
  }, [detail]);
  return outlines;
}
