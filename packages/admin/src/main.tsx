import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "#admin/shell/app.tsx";
import "#admin/ui/theme/theme.scss";
import "#admin/ui/theme/index.css";

// Compiling parsers at run time is what the content security policy forbids: zod is told not to try.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");

createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
