import { useState } from "react";
import type { DragEvent } from "react";
import css from "./file-field.module.css";

interface FileFieldProps {
  label: string;
  hint?: string;
  /** ".csv,.vcf" */
  accept?: string;
  many?: boolean;
  onFiles: (files: File[]) => void;
}

/** Files by choosing or by dropping them here. */
export function FileField({ label, hint, accept, many = false, onFiles }: FileFieldProps) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(many ? files : files.slice(0, 1));
  };
  return (
    <label
      className={`${css.field} ${over ? css.over : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        className="only-heard"
        accept={accept}
        multiple={many}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // So that choosing the same file again is a choice too.
          event.currentTarget.value = "";
        }}
      />
      <span className={css.label}>{label}</span>
      {hint !== undefined && <small className={css.hint}>{hint}</small>}
    </label>
  );
}
