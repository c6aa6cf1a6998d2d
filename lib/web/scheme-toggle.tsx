import { useMantineColorScheme } from "@mantine/core";
import { Toggle } from "./toggle.tsx";

/** Light, dark, or as the device says. */
export function SchemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <Toggle
      label="Colours"
      value={colorScheme}
      options={[
        { value: "auto", label: "Auto" },
        { value: "light", label: "Light" },
        { value: "dark", label: "Dark" },
      ]}
      onChange={setColorScheme}
      wide
    />
  );
}
