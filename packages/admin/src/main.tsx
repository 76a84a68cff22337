import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "#admin/shell/app.tsx";
import "#admin/ui/theme/theme.scss";
import "#admin/ui/theme/index.css";

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");

createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
