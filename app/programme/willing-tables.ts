export interface WillingTables {
  willing_theme: Written & { name: string; signs: readonly string[] };
  willing_word: Written & {
    card_id: string | null;
    question_id: string | null;
    review_id: string | null;
    point: string | null;
    theme: string;
  };
}

interface Written {
  workspace_id: string;
  id: string;
  by_id: string;
  /** When it was written down. */
  at: Date;
  taken_back_at: Date | null;
  taken_back_by: string | null;
}
