/** One list of a workspace as it is written out: what each column is called, and the SQL that says what is in it. */
export interface ExportList {
  name: string;
  columns: Readonly<Record<string, string>>;
  /** From `from` on, order included. Row-level security keeps it to the workspace. */
  rows: string;
}

const named = (table: string, as: string, id: string) =>
  `left join ${table} ${as} on ${as}.workspace_id = current_workspace() and ${as}.id = ${id}`;
const amount = (minor: string, currency: string) =>
  `case when ${currency} is not null then jsonb_build_object('minor', ${minor}, 'currency', ${currency}) end`;

/** Every list there is, without what was taken back or merged away: that is in the journal. Private notes are their authors' own. */
export const exportLists: readonly ExportList[] = [
  {
    name: "accounts",
    columns: {
      id: "a.id",
      name: "a.name",
      kind: "a.kind",
      "named since": "a.named_since",
      "client since": "a.client_since",
      "relationship holder": "h.name",
      industry: "a.industry",
      employees: "a.employees",
      website: "a.website",
      phone: "a.phone",
      city: "a.city",
      country: "a.country",
      note: "a.note",
      "added at": "a.created_at",
    },
    rows: `from account a ${named("member", "h", "a.holder_id")}
      where a.workspace_id = current_workspace() and a.merged_into is null and a.removed_at is null order by a.name_key, a.id`,
  },
  {
    name: "people",
    columns: {
      id: "p.id",
      name: "p.full_name",
      "given name": "p.given_name",
      "family name": "p.family_name",
      title: "p.title",
      account: "a.name",
      "account id": "p.account_id",
      "e-mails": "p.emails",
      phones: "p.phones",
      linkedin: "p.linkedin_url",
      city: "p.city",
      country: "p.country",
      "relationship holder": "h.name",
      note: "p.note",
      "added at": "p.created_at",
    },
    rows: `from person p ${named("account", "a", "p.account_id")} ${named("member", "h", "p.holder_id")}
      where p.workspace_id = current_workspace() and p.merged_into is null and p.removed_at is null order by p.sort_key, p.id`,
  },
  {
    name: "positions",
    columns: {
      id: "s.id",
      person: "p.full_name",
      "person id": "s.person_id",
      account: "a.name",
      "account id": "s.account_id",
      title: "s.title",
      from: "s.from_day",
      "no longer from": "s.until_day",
    },
    rows: `from position s ${named("person", "p", "s.person_id")} ${named("account", "a", "s.account_id")}
      where s.workspace_id = current_workspace() and p.merged_into is null and p.removed_at is null order by p.sort_key, s.from_day, s.id`,
  },
  {
    name: "asks",
    columns: {
      id: "k.id",
      day: "k.day",
      "latest day": "k.last_day",
      rep: "m.name",
      source: "p.full_name",
      "source id": "k.source_id",
      account: "a.name",
      channel: "k.channel",
      moment: "k.moment",
      "for whom": "k.for_whom",
      outcome: "k.outcome",
      "come back on": "k.until_day",
      "sent to": "c.full_name",
      "against the rule": "k.against",
      "permit id": "k.permit_id",
    },
    rows: `from ask k ${named("member", "m", "k.member_id")} ${named("person", "p", "k.source_id")}
        ${named("account", "a", "k.account_id")} ${named("person", "c", "k.colleague_id")}
      where k.workspace_id = current_workspace() and k.taken_back_at is null order by k.day, k.id`,
  },
  {
    name: "conversations",
    columns: {
      id: "c.id",
      "ask id": "c.ask_id",
      day: "c.day",
      rep: "m.name",
      source: "p.full_name",
      channel: "c.channel",
      moment: "c.moment",
      "for whom": "c.for_whom",
      outcome: "c.outcome",
      "come back on": "c.until_day",
      note: "c.note",
    },
    rows: `from ask_conversation c join ask k on k.workspace_id = c.workspace_id and k.id = c.ask_id
        ${named("member", "m", "k.member_id")} ${named("person", "p", "k.source_id")}
      where c.workspace_id = current_workspace() and c.taken_back_at is null and k.taken_back_at is null order by c.day, c.id`,
  },
  {
    name: "permits",
    columns: {
      id: "g.id",
      day: "g.day",
      until: "g.until_day",
      rep: "m.name",
      source: "p.full_name",
      "source id": "g.source_id",
      reason: "g.reason",
      "given by": "b.name",
    },
    rows: `from ask_permit g ${named("member", "m", "g.member_id")} ${named("person", "p", "g.source_id")}
        ${named("member", "b", "g.by_id")}
      where g.workspace_id = current_workspace() and g.taken_back_at is null order by g.day, g.id`,
  },
  {
    name: "references",
    columns: {
      id: "r.id",
      day: "r.day",
      rep: "m.name",
      source: "p.full_name",
      "source id": "r.source_id",
      "for whom": "r.for_whom",
      note: "r.note",
    },
    rows: `from reference r ${named("member", "m", "r.member_id")} ${named("person", "p", "r.source_id")}
      where r.workspace_id = current_workspace() and r.taken_back_at is null order by r.day, r.id`,
  },
  {
    name: "referrals",
    columns: {
      id: "r.id",
      day: "r.day",
      rep: "m.name",
      source: "s.full_name",
      "source id": "r.source_id",
      contact: "c.full_name",
      "contact id": "r.contact_id",
      account: "a.name",
      level: "r.level",
      "counts from": "r.counts_from",
      state: "r.state",
      "in that state since": "r.state_day",
      "ask id": "r.ask_id",
      "business reason": "r.reason",
      "how they know each other": "r.how_known",
      "what was promised": "r.promised",
      note: "r.note",
    },
    rows: `from referral r ${named("member", "m", "r.member_id")} ${named("person", "s", "r.source_id")}
        ${named("person", "c", "r.contact_id")} ${named("account", "a", "r.account_id")}
      where r.workspace_id = current_workspace() and r.taken_back_at is null order by r.day, r.id`,
  },
  {
    name: "given-referrals",
    columns: {
      id: "g.id",
      day: "g.day",
      rep: "m.name",
      to: "p.full_name",
      "to id": "g.to_id",
      "to account": "a.name",
      whom: "coalesce(q.full_name, g.whom_name)",
      "whom id": "g.whom_id",
      "what they do": "g.whom_does",
      kind: "g.kind",
      level: "g.level",
      "counts from": "g.counts_from",
      why: "g.why",
      outcome:
        "coalesce((select w.about from given_word w where w.workspace_id = g.workspace_id and w.given_id = g.id and w.taken_back_at is null and w.about in ('spoke', 'business', 'nothing') order by w.day desc, w.id desc limit 1), 'waits')",
      "thanked us":
        "(select max(w.day) from given_word w where w.workspace_id = g.workspace_id and w.given_id = g.id and w.taken_back_at is null and w.about = 'thanked')",
    },
    rows: `from given_referral g ${named("member", "m", "g.member_id")} ${named("person", "p", "g.to_id")}
        ${named("person", "q", "g.whom_id")} ${named("account", "a", "g.to_account_id")}
      where g.workspace_id = current_workspace() and g.taken_back_at is null order by g.day, g.id`,
  },
  {
    name: "touches",
    columns: {
      id: "t.id",
      day: "t.day",
      rep: "m.name",
      person: "p.full_name",
      "person id": "t.person_id",
      account: "a.name",
      "account id": "t.account_id",
      kind: "coalesce(k.name, t.kind)",
      words: "t.words",
      counts: "t.counts",
    },
    rows: `from touch t ${named("member", "m", "t.member_id")} ${named("person", "p", "t.person_id")} ${named("account", "a", "t.account_id")}
      left join touch_kind k on k.workspace_id = current_workspace() and k.kind = t.kind
      where t.workspace_id = current_workspace() and t.taken_back_at is null order by t.day, t.id`,
  },
  {
    name: "report-cards",
    columns: {
      id: "c.id",
      "sent on": "c.day",
      "sent by": "m.name",
      person: "p.full_name",
      "person id": "c.person_id",
      account: "a.name",
      "account id": "c.account_id",
      occasion: "c.occasion",
      language: "c.language",
      "handed in on": "c.handed_in_on",
      score: "c.score",
      "issue id": "c.issue_id",
    },
    rows: `from report_card c ${named("member", "m", "c.member_id")} ${named("person", "p", "c.person_id")}
        ${named("account", "a", "c.account_id")}
      where c.workspace_id = current_workspace() and c.withdrawn_at is null order by c.day, c.id`,
  },
  {
    name: "report-answers",
    columns: {
      "report card id": "x.card_id",
      person: "p.full_name",
      "person id": "x.person_id",
      question: "q.asked ->> 'text'",
      score: "x.score",
      choice: "x.choice",
      words: "x.words",
      "saved at": "x.at",
    },
    rows: `from report_answer x join report_card c on c.workspace_id = x.workspace_id and c.id = x.card_id
        join report_template t on t.workspace_id = c.workspace_id and t.id = c.template_id
        cross join lateral (select asked from jsonb_array_elements(t.questions) asked where asked ->> 'id' = x.question_id) q
        ${named("person", "p", "x.person_id")}
      where x.workspace_id = current_workspace() and c.handed_in_at is not null order by x.card_id, x.question_id`,
  },
  {
    name: "account-tiers",
    columns: {
      account: "a.name",
      "account id": "t.account_id",
      tier: "t.tier",
      since: "t.day",
      by: "m.name",
    },
    rows: `from account_tier t ${named("account", "a", "t.account_id")} ${named("member", "m", "t.by_id")}
      where t.workspace_id = current_workspace() and t.taken_back_at is null order by t.id`,
  },
  {
    name: "own-rhythms",
    columns: {
      person: "p.full_name",
      "person id": "o.person_id",
      days: "o.days",
      words: "o.words",
      since: "o.day",
      by: "m.name",
    },
    rows: `from own_rhythm o ${named("person", "p", "o.person_id")} ${named("member", "m", "o.by_id")}
      where o.workspace_id = current_workspace() and o.taken_back_at is null order by o.id`,
  },
  {
    name: "account reviews",
    columns: {
      id: "r.id",
      account: "a.name",
      "account id": "r.account_id",
      by: "m.name",
      "planned for": "coalesce(g.day, r.day)",
      "held on": "r.held_on",
      "meeting id": "r.meeting_id",
      "who came": `(select jsonb_agg(i.person_id order by i.person_id) from account_review_person i
        where i.workspace_id = r.workspace_id and i.review_id = r.id and i.came)`,
      notes: `(select jsonb_object_agg(coalesce(q.name, n.point), n.words) from account_review_note n
        left join account_review_point q on q.workspace_id = n.workspace_id and q.review_id = n.review_id and q.id::text = n.point
        where n.workspace_id = r.workspace_id and n.review_id = r.id and n.words <> '')`,
    },
    rows: `from account_review r ${named("account", "a", "r.account_id")} ${named("member", "m", "r.member_id")}
      left join meeting g on g.workspace_id = r.workspace_id and g.id = r.meeting_id and g.taken_back_at is null
      where r.workspace_id = current_workspace() and r.taken_back_at is null order by r.day, r.id`,
  },
  {
    name: "review commitments",
    columns: {
      id: "c.id",
      "review id": "c.review_id",
      account: "a.name",
      "account id": "c.account_id",
      "one of us": "m.name",
      "one of them": "p.full_name",
      what: "c.words",
      "promised on": "c.day",
      "due on": "c.due_on",
      "done on": "c.done_on",
    },
    rows: `from review_commitment c ${named("account", "a", "c.account_id")} ${named("member", "m", "c.member_id")} ${named("person", "p", "c.person_id")}
      where c.workspace_id = current_workspace() and c.taken_back_at is null order by c.due_on, c.id`,
  },
  {
    name: "measures of accounts",
    columns: {
      id: "q.id",
      account: "a.name",
      "account id": "q.account_id",
      measure: "q.name",
      unit: "q.unit",
      target: "q.target::float8",
      better: "q.better",
      "ended on": "q.ended_on",
      value: "v.value::float8",
      day: "v.day",
    },
    rows: `from account_measure q ${named("account", "a", "q.account_id")}
      left join account_measure_value v on v.workspace_id = q.workspace_id and v.measure_id = q.id and v.taken_back_at is null
      where q.workspace_id = current_workspace() and q.taken_back_at is null order by q.id, v.day, v.id`,
  },
  {
    name: "events and articles",
    columns: {
      id: "o.id",
      "event or article": "e.kind",
      title: "e.title",
      day: "e.day",
      place: "e.place",
      link: "e.link",
      to: "p.full_name",
      "to id": "o.person_id",
      by: "m.name",
      words: "o.words",
      "sent on": "o.sent_on",
      answer: "o.answer",
      came: "o.came",
      reaction: "o.reaction",
      "reacted on": "o.reacted_on",
    },
    rows: `from occasion e
      left join occasion_offer o on o.workspace_id = e.workspace_id and o.occasion_id = e.id and o.taken_back_at is null
      ${named("person", "p", "o.person_id")} ${named("member", "m", "coalesce(o.member_id, e.member_id)")}
      where e.workspace_id = current_workspace() and e.taken_back_at is null order by e.id, o.id`,
  },
  {
    name: "postal addresses",
    columns: {
      id: "d.id",
      person: "p.full_name",
      "person id": "d.person_id",
      account: "a.name",
      "account id": "d.account_id",
      lines: "d.lines",
      day: "d.day",
      by: "m.name",
    },
    rows: `from postal_address d ${named("person", "p", "d.person_id")} ${named("account", "a", "d.account_id")} ${named("member", "m", "d.by_id")}
      where d.workspace_id = current_workspace() and d.taken_back_at is null order by d.id`,
  },
  {
    name: "touch-pauses",
    columns: {
      person: "p.full_name",
      "person id": "z.person_id",
      until: "z.until_day",
      why: "z.why",
      words: "z.words",
      said: "z.day",
      by: "m.name",
    },
    rows: `from touch_pause z ${named("person", "p", "z.person_id")} ${named("member", "m", "z.by_id")}
      where z.workspace_id = current_workspace() and z.taken_back_at is null order by z.id`,
  },
  {
    name: "source-pages",
    columns: {
      id: "p.id",
      "made at": "p.at",
      rep: "m.name",
      source: "s.full_name",
      "source id": "p.source_id",
      "ask id": "p.ask_id",
      "referral id": "p.referral_id",
      asked: "p.asked",
      lines: "p.blurb",
      reason: "p.reason",
      told: "(select string_agg(t.told, ' ' order by t.at) from shared_telling t where t.workspace_id = p.workspace_id and t.page_id = p.id)",
      "opens until": "p.until_day",
      "withdrawn at": "p.withdrawn_at",
    },
    rows: `from shared_page p ${named("member", "m", "p.member_id")} ${named("person", "s", "p.source_id")}
      where p.workspace_id = current_workspace() and p.kind = 'source' order by p.id`,
  },
  {
    name: "source-page-answers",
    columns: {
      id: "x.id",
      "page id": "x.page_id",
      day: "x.day",
      answer: "x.answer",
      until: "x.until_day",
      words: "x.words",
      "referral id": "x.referral_id",
      "not done because": "x.trouble",
    },
    rows: `from shared_answer x where x.workspace_id = current_workspace() and x.taken_back_at is null and x.answer <> 'declined' order by x.id`,
  },
  {
    name: "needs-and-offers",
    columns: {
      id: "n.id",
      day: "n.day",
      what: "n.what",
      person: "p.full_name",
      "person id": "n.person_id",
      account: "a.name",
      "account id": "n.account_id",
      line: "n.line",
      until: "n.until_day",
      "noted by": "m.name",
      ended: "n.ended_on",
      how: "n.ended_how",
    },
    rows: `from need_or_offer n ${named("member", "m", "n.by_id")} ${named("person", "p", "n.person_id")}
        ${named("account", "a", "n.account_id")}
      where n.workspace_id = current_workspace() and n.taken_back_at is null order by n.day, n.id`,
  },
  {
    name: "gifts",
    columns: {
      id: "g.id",
      day: "g.day",
      to: "p.full_name",
      "to id": "g.person_id",
      account: "a.name",
      what: "g.what",
      amount: amount("g.minor", "g.currency"),
      currency: "g.currency",
      "given by": "m.name",
      "for introduction": "g.referral_id",
      words: "g.words",
      "asked for at": "g.asked_at",
      "approved at": "g.approved_at",
      "approved by": "y.name",
      "refused at": "g.refused_at",
      "refused by": "n.name",
      "refused because": "g.refused_why",
      "given on": "g.given_on",
    },
    rows: `from gift g ${named("person", "p", "g.person_id")} ${named("account", "a", "g.account_id")} ${named("member", "m", "g.member_id")}
        ${named("member", "y", "g.approved_by")} ${named("member", "n", "g.refused_by")}
      where g.workspace_id = current_workspace() and g.taken_back_at is null order by g.day, g.id`,
  },
  {
    name: "gift bans",
    columns: {
      id: "b.id",
      day: "b.day",
      person: "p.full_name",
      account: "a.name",
      words: "b.words",
      "noted by": "m.name",
      "lifted on": "b.lifted_on",
    },
    rows: `from gift_ban b ${named("person", "p", "b.person_id")} ${named("account", "a", "b.account_id")} ${named("member", "m", "b.by_id")}
      where b.workspace_id = current_workspace() and b.taken_back_at is null order by b.day, b.id`,
  },
  {
    name: "meetings",
    columns: {
      id: "g.id",
      day: "g.day",
      time: "g.time",
      rep: "m.name",
      person: "p.full_name",
      "person id": "g.person_id",
      account: "a.name",
      origin: "g.origin",
      "referral id": "g.referral_id",
      "scheduled on": "g.scheduled_on",
      about: "g.about",
      outcome: "g.outcome",
      "outcome day": "g.outcome_day",
      note: "g.note",
    },
    rows: `from meeting g ${named("member", "m", "g.member_id")} ${named("person", "p", "g.person_id")}
        ${named("account", "a", "g.account_id")}
      where g.workspace_id = current_workspace() and g.taken_back_at is null order by g.day, g.id`,
  },
  {
    name: "deals",
    columns: {
      id: "d.id",
      name: "d.name",
      account: "a.name",
      "account id": "d.account_id",
      person: "p.full_name",
      "person id": "d.person_id",
      rep: "m.name",
      origin: "d.origin",
      "referral id": "d.referral_id",
      amount: amount("d.amount_minor", "d.currency"),
      currency: "d.currency",
      stage: "d.stage",
      opened: "d.opened_on",
      expected: "d.expected_on",
      outcome: "d.outcome",
      closed: "d.closed_on",
      "lost because": "d.lost_reason",
      note: "d.note",
    },
    rows: `from deal d ${named("member", "m", "d.member_id")} ${named("account", "a", "d.account_id")}
        ${named("person", "p", "d.person_id")}
      where d.workspace_id = current_workspace() and d.taken_back_at is null order by d.opened_on, d.id`,
  },
  {
    name: "newsletters",
    columns: {
      id: "n.id",
      subject: "n.subject",
      text: "n.text",
      writer: "m.name",
      groups: "n.groups",
      "to subscribers": "n.subscribers",
      "begun at": "n.at",
      "sent at": "n.sent_at",
      "stopped at": "n.stopped_at",
      "done at": "n.done_at",
    },
    rows: `from newsletter n ${named("member", "m", "n.member_id")}
      where n.workspace_id = current_workspace() and n.taken_back_at is null order by n.id`,
  },
  {
    name: "newsletter copies",
    columns: {
      id: "c.id",
      letter: "c.newsletter_id",
      to: "p.full_name",
      "to id": "p.id",
      because: "c.because",
      "handed over at": "c.handed_at",
      "taken at": "c.accepted_at",
      "refused at": "c.refused_at",
      "left out at": "c.left_out_at",
      "in doubt since": "c.doubted_at",
      why: "c.why",
      bounce: "c.bounce",
      "bounce says": "c.bounce_says",
      "unsubscribed at": "c.unsubscribed_at",
    },
    rows: `from newsletter_copy c ${named("person", "q", "c.person_id")} ${named("person", "p", "q.kept_id")}
      where c.workspace_id = current_workspace() order by c.newsletter_id, c.id`,
  },
  {
    name: "newsletter replies",
    columns: {
      id: "r.id",
      letter: "r.newsletter_id",
      from: "p.full_name",
      "from id": "p.id",
      "by another": "r.by_other",
      "other address": "r.other_address",
      proven: "r.is_proven",
      "says no more": "r.says_no_more",
      at: "r.at",
      subject: "r.subject",
      words: "r.words",
      "settled at": "r.settled_at",
    },
    rows: `from newsletter_reply r ${named("person", "q", "r.person_id")} ${named("person", "p", "q.kept_id")}
      where r.workspace_id = current_workspace() order by r.id`,
  },
  {
    name: "subscriptions",
    columns: {
      id: "s.id",
      person: "p.full_name",
      "person id": "p.id",
      "asked at": "s.at",
      "asked by": "b.name",
      "confirmed at": "s.confirmed_at",
      words: "s.words",
    },
    rows: `from subscription s ${named("person", "q", "s.person_id")} ${named("person", "p", "q.kept_id")} ${named("member", "b", "s.by_id")}
      where s.workspace_id = current_workspace() order by s.id`,
  },
  {
    name: "members",
    columns: {
      id: "m.id",
      name: "m.name",
      "e-mail": "m.email",
      role: "m.role",
      team: "t.name",
      "joined at": "m.joined_at",
      "left at": "m.left_at",
    },
    rows: `from member m ${named("team", "t", "m.team_id")} where m.workspace_id = current_workspace() order by m.name, m.id`,
  },
  {
    name: "holidays",
    columns: {
      id: "h.id",
      day: "h.day",
      name: "h.name",
      for: "coalesce(m.name, 'everybody')",
      from: "coalesce(l.name, 'by hand')",
    },
    rows: `from holiday h ${named("member", "m", "h.member_id")} ${named("holiday_list", "l", "h.list_id")}
      where h.workspace_id = current_workspace() and h.taken_back_at is null and l.taken_back_at is null order by h.day, h.id`,
  },
  {
    name: "workdays before",
    columns: {
      member: "coalesce(m.name, 'everybody')",
      until: "b.until_day",
      workdays: "array_to_string(b.workdays, ' ')",
    },
    rows: `from workdays_before b ${named("member", "m", "b.scope_id")}
      where b.workspace_id = current_workspace() order by b.until_day, b.scope_id`,
  },
  {
    name: "absences",
    columns: {
      id: "a.id",
      member: "m.name",
      from: "a.from_day",
      "last day": "a.to_day",
      "stands in": "s.name",
      words: "a.words",
    },
    rows: `from absence a ${named("member", "m", "a.member_id")} ${named("member", "s", "a.stand_in_id")}
      where a.workspace_id = current_workspace() and a.taken_back_at is null order by a.from_day, a.id`,
  },
  {
    name: "digests",
    columns: {
      id: "d.id",
      day: "d.day",
      member: "m.name",
      kind: "d.kind",
      "made at": "d.made_at",
      "sent at": "d.accepted_at",
      failure: "d.failure",
    },
    rows: `from digest_mail d ${named("member", "m", "d.member_id")} where d.workspace_id = current_workspace() order by d.made_at, d.id`,
  },
  {
    name: "digest settings",
    columns: {
      member: "m.name",
      wanted: "s.wanted",
      at: "s.at_time",
      "when nothing waits": "s.when_done",
      "said at": "s.changed_at",
    },
    rows: `from digest_setting s ${named("member", "m", "s.member_id")} where s.workspace_id = current_workspace() order by m.name, s.member_id`,
  },
  {
    name: "week plans",
    columns: {
      id: "w.id",
      member: "m.name",
      "in the week of": "w.mid_week",
      topics: "w.topics",
      "planned on": "w.day",
      "told on": "c.day",
      learned: "c.learned",
    },
    rows: `from week_plan w ${named("member", "m", "w.member_id")}
      left join check_in c on c.workspace_id = current_workspace() and c.plan_id = w.id and c.taken_back_at is null
      where w.workspace_id = current_workspace() and w.taken_back_at is null order by w.mid_week, m.name, w.id`,
  },
  {
    name: "promises",
    columns: {
      id: "l.id",
      plan: "l.plan_id",
      kind: "l.kind",
      person: "p.full_name",
      "person id": "l.person_id",
      measure: "l.measure",
      count: "l.count",
      duty: "l.duty_id",
      words: "l.words",
      day: "l.day",
      told: "l.told",
      "why missed": "l.why_missed",
      "what then": "l.next",
    },
    rows: `from week_promise l ${named("person", "p", "l.person_id")} ${named("week_plan", "w", "l.plan_id")}
      where l.workspace_id = current_workspace() and l.taken_back_at is null order by w.mid_week, l.plan_id, l.place, l.id`,
  },
  {
    name: "partners",
    columns: {
      partnership: "s.id",
      member: "m.name",
      from: "s.from_day",
      until: "s.until_day",
      "agreed at": "s.agreed_at",
      "ended on": "s.ended_on",
    },
    rows: `from partnership s join partner p on p.workspace_id = current_workspace() and p.partnership_id = s.id ${named("member", "m", "p.member_id")}
      where s.workspace_id = current_workspace() and s.taken_back_at is null order by s.from_day, s.id, m.name, p.member_id`,
  },
  {
    name: "partners asked how it went",
    columns: { id: "n.id", asked: "m.name", by: "b.name", "in the week of": "n.mid_week", day: "n.day" },
    rows: `from partner_nudge n ${named("member", "m", "n.member_id")} ${named("member", "b", "n.by_id")}
      where n.workspace_id = current_workspace() and n.taken_back_at is null order by n.day, n.id`,
  },
  // What was said in a poll is in no list: its sums are shown by the rules of app/programme/poll.ts alone.
  {
    name: "polls",
    columns: {
      id: "p.id",
      "opened on": "p.opened_on",
      "last day": "p.last_day",
      statements: "p.statements",
      by: "m.name",
    },
    rows: `from poll p ${named("member", "m", "p.by_id")}
      where p.workspace_id = current_workspace() and p.taken_back_at is null order by p.last_day, p.id`,
  },
  {
    name: "spiffs",
    columns: {
      id: "s.id",
      measure: "s.measure",
      every: "s.period",
      version: "v.number",
      name: "v.name",
      "holds from": "v.holds_from",
      from: "v.from_day",
      until: "v.until_day",
      levels: "v.levels",
      each: amount("v.each_minor", "(case when v.each_minor is not null then s.currency end)"),
      steps: "v.step_at",
      "steps in minor units": "v.step_minor",
      "cap for one": amount("v.rep_cap", "(case when v.rep_cap is not null then s.currency end)"),
      "cap for all": amount("v.all_cap", "(case when v.all_cap is not null then s.currency end)"),
      currency: "s.currency",
      roles: "v.roles",
      "team ids": "v.team_ids",
      by: "m.name",
    },
    rows: `from spiff s join spiff_version v on v.workspace_id = s.workspace_id and v.spiff_id = s.id ${named("member", "m", "v.by_id")}
      where s.workspace_id = current_workspace() and s.taken_back_at is null and v.taken_back_at is null order by s.id, v.number`,
  },
  {
    name: "spiff statements",
    columns: {
      "statement id": "s.id",
      "month from": "p.start_day",
      "month until": "p.end_day",
      member: "m.name",
      line: "l.kind",
      "rule version id": "l.version_id",
      "corrects the month from": "c.start_day",
      "line of the journal": "l.line_id",
      day: "l.fact_day",
      level: "l.level",
      step: "l.step",
      count: "l.count",
      amount: amount("l.minor", "l.currency"),
      currency: "l.currency",
      "signed by": "b.name",
      "signed at": "p.at",
      hash: "p.hash",
    },
    rows: `from spiff_payout p join spiff_statement s on s.workspace_id = p.workspace_id and s.payout_id = p.id
        left join spiff_line l on l.workspace_id = s.workspace_id and l.statement_id = s.id
        left join spiff_payout c on c.workspace_id = l.workspace_id and c.id = l.corrects_id
        ${named("member", "m", "s.member_id")} ${named("member", "b", "p.by_id")}
      where p.workspace_id = current_workspace() and p.taken_back_at is null order by p.end_day, m.name, s.id, l.place`,
  },
  {
    name: "what was spent",
    columns: {
      id: "c.id",
      "in the month of": "c.mid_month",
      origin: "c.origin",
      "spent by": "coalesce(m.name, 'the company')",
      hours: "round(c.minutes / 60.0, 2)",
      amount: amount("c.minor", "c.currency"),
      currency: "c.currency",
      note: "c.note",
      "written down by": "b.name",
      "written down on": "c.day",
    },
    rows: `from origin_cost c ${named("member", "m", "c.member_id")} ${named("member", "b", "c.by_id")}
      where c.workspace_id = current_workspace() and c.taken_back_at is null order by c.mid_month, c.id`,
  },
  {
    name: "one-on-ones",
    columns: {
      id: "o.id",
      member: "m.name",
      coach: "c.name",
      "planned on": "o.planned_on",
      "held on": "o.held_on",
      "the member brings": "o.member_words",
      "the coach brings": "o.coach_words",
      "whom they will ask": `(select jsonb_agg(p.full_name order by w.place) from one_on_one_person w ${named("person", "p", "w.person_id")}
        where w.workspace_id = current_workspace() and w.one_on_one_id = o.id)`,
      "introductions expected": "o.expects",
      topics: "o.topics",
      measure: "o.measure",
      count: "o.count",
      skill: "o.skill",
      scenario: "o.scenario",
      commitment: "o.commitment",
      told: "o.told",
    },
    rows: `from one_on_one o ${named("member", "m", "o.member_id")} ${named("member", "c", "o.coach_id")}
      where o.workspace_id = current_workspace() and o.taken_back_at is null order by o.held_on, m.name, o.id`,
  },
  {
    name: "sales meetings",
    columns: {
      id: "x.id",
      team: "t.name",
      "a day of the week": "x.mid_week",
      "best ask": "x.best_ask_id",
      skill: "x.skill",
      scenario: "x.scenario",
      minutes: "x.minutes",
      "held on": "x.held_on",
      "held by": "m.name",
    },
    rows: `from sales_meeting x ${named("team", "t", "x.team_id")} ${named("member", "m", "x.held_by")}
      where x.workspace_id = current_workspace() order by x.mid_week, t.name, x.id`,
  },
  {
    name: "rhythms of coaching",
    columns: { id: "r.id", member: "m.name", coach: "c.name", "every weeks": "r.every_weeks", day: "r.day" },
    rows: `from coaching_rhythm r ${named("member", "m", "r.member_id")} ${named("member", "c", "r.coach_id")}
      where r.workspace_id = current_workspace() and r.taken_back_at is null order by r.at, r.id`,
  },
  {
    name: "praise",
    columns: {
      id: "x.id",
      day: "x.day",
      to: "m.name",
      by: "b.name",
      for: "j.verb",
      "line of the journal": "x.fact_id",
      words: "x.words",
    },
    rows: `from praise x ${named("member", "m", "x.to_id")} ${named("member", "b", "x.by_id")} ${named("journal", "j", "x.fact_id")}
      where x.workspace_id = current_workspace() and x.taken_back_at is null order by x.day, x.id`,
  },
  {
    name: "boards switched off",
    columns: { id: "o.id", board: "o.board", since: "o.day", by: "m.name" },
    rows: `from board_off o ${named("member", "m", "o.by_id")}
      where o.workspace_id = current_workspace() and o.taken_back_at is null order by o.board`,
  },
  {
    name: "words proposed for a library",
    columns: {
      id: "x.id",
      words: "w.text",
      "for the library of": "coalesce(t.name, 'everybody')",
      why: "x.why",
      "proposed on": "x.day",
      "proposed by": "m.name",
      decision: "x.decision",
      "decided on": "x.decided_on",
      "decided by": "d.name",
      because: "x.decided_why",
    },
    rows: `from best_practice x ${named("wording", "w", "x.wording_id")} ${named("team", "t", "x.team_id")}
        ${named("member", "m", "x.by_id")} ${named("member", "d", "x.decided_by")}
      where x.workspace_id = current_workspace() and x.taken_back_at is null order by x.day, x.id`,
  },
  {
    name: "clients-words",
    columns: {
      theme: "coalesce(o.name, x.theme)",
      "report card id": "x.card_id",
      question: "x.question_id",
      "account review id": "x.review_id",
      by: "m.name",
      "sorted at": "x.at",
    },
    rows: `from willing_word x ${named("member", "m", "x.by_id")}
        left join willing_theme o on o.workspace_id = current_workspace() and o.id::text = x.theme
      where x.workspace_id = current_workspace() and x.taken_back_at is null order by x.id`,
  },
  {
    name: "goal-aims",
    columns: {
      for: "coalesce(t.name, 'the company')",
      "a month": "g.amount",
      "said on": "g.day",
      by: "m.name",
    },
    rows: `from goal_aim g ${named("team", "t", "g.team_id")} ${named("member", "m", "g.by_id")}
      where g.workspace_id = current_workspace() order by g.id`,
  },
  {
    name: "practice-sessions",
    columns: {
      id: "s.id",
      day: "s.day",
      rep: "m.name",
      skill: "s.skill",
      scenario: "s.scenario",
      way: "s.way",
    },
    rows: `from practice_session s ${named("member", "m", "s.member_id")}
      where s.workspace_id = current_workspace() and s.taken_back_at is null order by s.day, s.id`,
  },
  {
    name: "practice-rubrics",
    columns: {
      id: "r.id",
      skill: "r.key",
      language: "r.language",
      discipline: "r.discipline",
      name: "r.name",
      points: "r.points",
      by: "m.name",
    },
    rows: `from practice_rubric r ${named("member", "m", "r.by_id")}
      where r.workspace_id = current_workspace() and r.taken_back_at is null order by r.id`,
  },
  {
    name: "practice-scenarios",
    columns: {
      id: "s.id",
      scenario: "s.key",
      language: "s.language",
      skill: "s.rubric",
      name: "s.name",
      "who sits opposite": "s.who",
      situation: "s.situation",
      mood: "s.mood",
      "what they say first": "s.opening",
      objections: "s.objections",
      moment: "s.moment",
      by: "m.name",
    },
    rows: `from practice_scenario s ${named("member", "m", "s.by_id")}
      where s.workspace_id = current_workspace() and s.taken_back_at is null order by s.id`,
  },
  {
    name: "priority",
    columns: { dated: "s.day", words: "s.words", by: "m.name", "written at": "s.at" },
    rows: `from priority_statement s ${named("member", "m", "s.by_id")}
      where s.workspace_id = current_workspace() and s.taken_back_at is null order by s.id`,
  },
  {
    name: "alignment",
    columns: {
      area: "a.area",
      owner: "o.name",
      due: "a.due_on",
      evidence: "a.evidence",
      link: "a.link",
      "aligned on": "a.aligned_on",
      "said on": "a.day",
      by: "m.name",
    },
    rows: `from alignment a ${named("member", "m", "a.by_id")} ${named("member", "o", "a.owner_id")}
      where a.workspace_id = current_workspace() and a.taken_back_at is null order by a.id`,
  },
  {
    name: "roll-out",
    columns: { from: "r.start_on", "said on": "r.day", by: "m.name" },
    rows: `from roll_out r ${named("member", "m", "r.by_id")}
      where r.workspace_id = current_workspace() and r.taken_back_at is null order by r.id`,
  },
  {
    name: "barrier marks",
    columns: { measure: "b.measure", mark: "b.mark", why: "b.why", "said on": "b.day", by: "m.name" },
    rows: `from barrier_threshold b ${named("member", "m", "b.by_id")}
      where b.workspace_id = current_workspace() and b.taken_back_at is null order by b.id`,
  },
  {
    name: "practice-rule",
    columns: { from: "r.from_day", "sessions a week": "r.sessions", by: "m.name" },
    rows: `from practice_rule r ${named("member", "m", "r.by_id")}
      where r.workspace_id = current_workspace() and r.taken_back_at is null order by r.id`,
  },
  {
    // Never its key.
    name: "practice-endpoint",
    columns: {
      address: "e.url",
      model: "e.model",
      seconds: "e.seconds",
      "switched on": "e.is_on",
      by: "m.name",
    },
    rows: `from practice_endpoint e ${named("member", "m", "e.by_id")}
      where e.workspace_id = current_workspace()`,
  },
  {
    name: "teams",
    columns: { id: "t.id", name: "t.name", manager: "m.name", "closed at": "t.closed_at" },
    rows: `from team t ${named("member", "m", "t.manager_id")} where t.workspace_id = current_workspace() order by t.name, t.id`,
  },
  {
    name: "goals",
    columns: {
      for: "coalesce(m.name, t.name, 'everybody')",
      measure: "g.measure",
      every: "g.every",
      from: "g.from_day",
      amount: "g.amount",
    },
    rows: `from goal g ${named("member", "m", "g.scope_id")} ${named("team", "t", "g.scope_id")}
      where g.workspace_id = current_workspace() order by g.from_day, g.scope_id, g.measure`,
  },
  {
    name: "journal",
    columns: {
      id: "j.id",
      "written at": "j.at",
      day: "j.day",
      by: "b.name",
      what: "j.verb",
      subject: "j.subject_kind",
      "subject id": "j.subject_id",
      measure: "j.measure",
      "counts for": "m.name",
      team: "t.name",
      count: "j.count",
      amount: amount("j.minor", "j.currency"),
      currency: "j.currency",
      "takes back": "j.undoes",
    },
    rows: `from journal j ${named("member", "b", "j.by_id")} ${named("member", "m", "j.member_id")} ${named("team", "t", "j.team_id")}
      where j.workspace_id = current_workspace() order by j.id`,
  },
];
