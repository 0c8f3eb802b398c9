import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (name: string): string => fileURLToPath(new URL(`./${name}/src/index.ts`, import.meta.url));

export default defineConfig({
  resolve: { alias: { "@cueweave/client": source("client"), "@cueweave/player": source("player") } },
  test: { environment: "happy-dom", include: ["*/src/**/*.test.ts", "*/tests/**/*.test.ts"] },
});
