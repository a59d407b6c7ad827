-- A matter's own proposers are never taken away, but for him who said of the submission that the signature entered for
-- him from paper was not his. Those who joined through a merged matter leave with it.
drop policy joined_only on proposer;
create policy joined_or_disowned on proposer as restrictive for delete using (
  via_matter_id is not null
  or exists (
    select from submission s
    join submission_signer g on g.jurisdiction_id = s.jurisdiction_id and g.submission_id = s.id
    where s.jurisdiction_id = proposer.jurisdiction_id and s.matter_id = proposer.matter_id
      and g.person_id = proposer.person_id and g.state = 'disowned' and s.author_id <> proposer.person_id));
