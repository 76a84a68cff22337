import type { Plugin } from "vite";

/**
 * react-uswds ships all its components in one file, whose top-level calls of `forwardRef` and `memo`
 * and whose class of icons are not marked as free of side effects; so a page that uses one button
 * would load every icon. This marks them, and the bundler leaves out what is not used.
 */
export function shakeReactUswds(): Plugin {
  return {
    name: "shake-react-uswds",
    apply: "build",
    transform: {
      filter: { id: /@trussworks\/react-uswds\/lib\/index\.js$/ },
      handler: (code) => ({ code: markPure(code), map: null, moduleSideEffects: false }),
    },
  };
}

function markPure(code: string): string {
  const wrappers = [...code.matchAll(/\b(?:forwardRef|memo) as (\w+)/g)].map((match) => match[1]).join("|");
  return code
    .replace(new RegExp(`^((?:var |\\}\\)*, )[\\w$]+ = )(?=(?:${wrappers})\\()`, "gm"), "$1/* @__PURE__ */ ")
    .replace(/( = )(class \{\n[\s\S]*?\n\})/g, "$1/* @__PURE__ */ (() => $2)()")
    .replace(/^\w+\.displayName = "\w+";$/gm, "");
}
