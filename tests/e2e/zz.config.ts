import config from "./playwright.config.ts";
const { webServer: _w, projects: _p, ...rest } = config as any;
export default {
  ...rest,
  testMatch: "read-a-template.spec.ts",
  workers: 1,
  use: { ...rest.use, baseURL: "http://localhost:4102" },
};
