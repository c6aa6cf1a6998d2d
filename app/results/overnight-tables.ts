export interface OvernightTables {
  overnight_answer: {
    workspace_id: string;
    question: string;
    asked: string;
    at: Date;
    answer: unknown;
  };
}
