/** Tables outside every workspace's wall. Each column is one of better-auth's fields; see sign-in-server.ts. */
export interface SignInTables {
  sign_in_user: {
    id: string;
    name: string;
    email: string;
    email_verified: boolean;
    image: string | null;
    created_at: Date;
    updated_at: Date;
    /** Since when every session and every link that went out is worth nothing; null: never. */
    signed_out_at: Date | null;
  };
  sign_in_session: {
    id: string;
    user_id: string;
    token: string;
    expires_at: Date;
    ip_address: string | null;
    user_agent: string | null;
    workspace_id: string | null;
    member_id: string | null;
    created_at: Date;
    updated_at: Date;
  };
  sign_in_account: {
    id: string;
    user_id: string;
    account_id: string;
    provider_id: string;
    password: string | null;
    created_at: Date;
    updated_at: Date;
  };
  sign_in_verification: {
    id: string;
    identifier: string;
    value: string;
    expires_at: Date;
    created_at: Date;
    updated_at: Date;
  };
  sign_in_passkey: {
    id: string;
    user_id: string;
    name: string | null;
    aaguid: string | null;
    created_at: Date | null;
  };
  sign_in_seat: {
    user_id: string;
    workspace_id: string;
    member_id: string;
    workspace_name: string;
    opened_at: Date;
  };
  sign_in_secret: { one?: true; secret: string; made_at: Date };
}
