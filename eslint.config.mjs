import powerApps from "@microsoft/eslint-plugin-power-apps";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Where React, the canvas and the host's types may be named: the house of docs/architecture.md. Import directions are in .dependency-cruiser.cjs. */
const onlyIn = (selector, message) => ({ selector, message });

export default tseslint.config(
  { ignores: ["node_modules/", "out/", "build/", "obj/", "coverage/", "Solution/bin/", "FlowSessionTimeline/generated/"] },
  ...tseslint.configs.strict,
  {
    files: ["**/*.{ts,tsx,mjs,js,cjs}"],
    rules: {
      "no-console": "off",
      eqeqeq: "error",
      "prefer-const": "error",
      "no-var": "error",
      "@typescript-eslint/no-extraneous-class": "off",
      "@typescript-eslint/no-invalid-void-type": "off",
      "@typescript-eslint/no-dynamic-delete": "off",
      "@typescript-eslint/unified-signatures": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
    },
  },
  { files: ["**/*.{js,cjs}"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  {
    files: ["FlowSessionTimeline/**/*.{ts,tsx}"],
    plugins: { "@microsoft/power-apps": powerApps, "react-hooks": hooks },
    rules: {
      ...powerApps.configs?.paCheckerHosted?.rules,
      // It looks for form scripts that reach for window.parent; here "parent" is a run's parent.
      "@microsoft/power-apps/do-not-make-parent-assumption": "off",
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "off",
      "no-console": "error",
      "no-restricted-imports": ["error", { paths: [{ name: "react-dom", message: "react-dom is the host's: it would be bundled. Use portals of Fluent." }] }],
    },
  },
  // Tests say loudly what they skipped.
  { files: ["**/*.test.{ts,tsx}"], rules: { "no-console": "off" } },
  {
    files: ["FlowSessionTimeline/{base,domain,layout,render,view}/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-syntax": ["error", onlyIn("Identifier[name='ComponentFramework']", "ComponentFramework belongs to host/, index.ts and the emulator: pass plain data through view/ports.")],
    },
  }
);
