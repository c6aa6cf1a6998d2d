-- A decision about a credit holds for as long as the deal is as it was decided upon, and again once it is so again: by what the deal came, and
-- for one that lets stand what stood, the decision by which that was credited.
alter table credit_decision
  add column led_by uuid,      -- the introduction, or without one the person, that the deal came by; null: decided before this was kept
  add column upholds_id uuid,  -- null: another verdict, or what stood was by the rule
  add foreign key (workspace_id, upholds_id) references credit_decision (workspace_id, id);

-- Those that hold today, of deals that nobody credited anew since.
update credit_decision n
   set led_by = coalesce(d.referral_id, d.person_id)
  from credit_dispute t, deal d
 where t.workspace_id = n.workspace_id and t.id = n.dispute_id and d.workspace_id = t.workspace_id and d.id = t.deal_id
   and not exists (
     select from credit c
      where c.workspace_id = t.workspace_id and c.deal_id = t.deal_id and c.id > n.id and c.decision_id is distinct from n.id
        and c.why <> 'decision-taken-back');
