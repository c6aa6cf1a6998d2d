// All of Mantine's CSS that is used stands here, in its own order: it is one layer, where the later rule wins.
import "@mantine/core/styles/baseline.layer.css";
import "@mantine/core/styles/global.layer.css";
import "@mantine/core/styles/UnstyledButton.layer.css";
import "@mantine/core/styles/Loader.layer.css";
import "@mantine/core/styles/Button.layer.css";
import "@mantine/core/styles/Input.layer.css";
import "./look/fonts.css";
import "./look/palette.css";
import "./look/mantine.css";
import "./look/ground.css";
import { createTheme, localStorageColorSchemeManager } from "@mantine/core";
import type { VariantColorsResolver } from "@mantine/core";

const LINE = "1px solid var(--line)";

const buttonColours: VariantColorsResolver = ({ variant }) => {
  if (variant === "primary" || variant === "filled")
    return {
      background: "var(--green)",
      hover: "var(--green-pressed)",
      color: "var(--on-green)",
      border: "1px solid transparent",
    };
  if (variant === "quiet")
    return {
      background: "transparent",
      hover: "var(--green-wash)",
      color: "var(--green)",
      border: "1px solid transparent",
    };
  if (variant === "danger")
    return { background: "var(--card)", hover: "var(--late-wash)", color: "var(--late)", border: LINE };
  return { background: "var(--card)", hover: "var(--paper)", color: "var(--ink)", border: LINE };
};

export const theme = createTheme({
  fontFamily: "var(--sans)",
  headings: { fontFamily: "var(--serif)" },
  variantColorResolver: buttonColours,
  respectReducedMotion: true,
  cursorType: "pointer",
});

/** public/scheme.js reads the same key before the first paint. */
export const schemeKept = localStorageColorSchemeManager({ key: "colour-scheme" });
