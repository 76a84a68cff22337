import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

/** Search parameters as plain words in the address: `?stage=open&page=2`, all values strings. */
export function parseAddress(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

export function writeAddress(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === "string" && value !== "") parameters.set(name, value);
  }
  const written = parameters.toString();
  return written ? `?${written}` : "";
}

/** An address in one piece, as the parts that a link takes: `<Link {...addressParts("/sites?tab=plan")}>`. */
export function addressParts(address: string): { to: string; search: Record<string, string>; hash: string } {
  const { pathname, search, hash } = new URL(address, "http://here");
  return { to: pathname, search: parseAddress(search), hash: hash.slice(1) };
}

/** The part of the path that the route table calls `$name`. */
export function usePathParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const value = params[name];
  if (value === undefined) throw new Error(`The route of this page has no $${name} in its path`);
  return value;
}

/** All filters of the address at once. */
export function useAddressParams(): Record<string, string | undefined> {
  return useSearch({ strict: false });
}

/** Sets (or with `undefined` removes) filters in the address; the back button undoes it. */
export function useSetAddressParams(): (
  changes: Record<string, string | undefined>,
  how?: { replace?: boolean },
) => void {
  const navigate = useNavigate();
  return useCallback(
    (changes, how) => {
      void navigate({
        to: ".",
        search: (before: Record<string, unknown>) => ({ ...before, ...changes }),
        replace: how?.replace ?? false,
        resetScroll: false,
      } as never);
    },
    [navigate],
  );
}

/** One filter of the address: `const [stage, setStage] = useAddressParam("stage")`. */
export function useAddressParam(name: string): [string | undefined, (value: string | undefined) => void] {
  const value = useAddressParams()[name];
  const set = useSetAddressParams();
  return [
    value,
    useCallback(
      (next) => {
        set({ [name]: next });
      },
      [name, set],
    ),
  ];
}
