// Runs before the first paint so that a chosen dark page never flashes light. theme.ts writes the key.
try {
  var scheme = localStorage.getItem("colour-scheme");
  if (scheme === "light" || scheme === "dark")
    document.documentElement.setAttribute("data-mantine-color-scheme", scheme);
} catch {}
