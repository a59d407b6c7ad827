-- What was handed in stays readable as it was while its author reworks it; what the office enters from paper says so.
alter table submission add column handed_in jsonb;
comment on column submission.handed_in is 'Form, files, signers and body as they were last handed in; the text is the one of submitted_text_no.';
-- The owner fills in those of every jurisdiction. Which files one that is being reworked had is not known any more:
-- none is shown rather than what its author has taken up since.
alter table submission no force row level security;
alter table submission_signer no force row level security;
update submission set handed_in = jsonb_build_object(
    'form', form, 'fileIds', case when state = 'returned' then '[]' else to_jsonb(file_ids) end,
    'proposerType', proposer_type, 'bodyName', body_name,
    'sealFileId', case when state = 'returned' then null else seal_file_id end,
    'signers', (select coalesce(jsonb_agg(jsonb_build_object('personId', g.person_id, 'role', g.role,
        'state', g.state, 'textNo', g.text_no, 'comment', g.comment, 'at', g.at, 'onPaper', false,
        'agreesToWithdraw', g.agrees_to_withdraw, 'group', g.group_name) order by g.position, g.person_id), '[]')
      from submission_signer g
      where g.jurisdiction_id = submission.jurisdiction_id and g.submission_id = submission.id))
  where submitted_text_no is not null;
alter table submission_signer force row level security;
alter table submission force row level security;
alter table submission add constraint submission_handed_in
  check ((handed_in is null) = (submitted_text_no is null));

alter table submission add column paper_on date;
comment on column submission.paper_on is 'The day of the paper form that the office entered 代录; null: written here.';
alter table submission add column no_scan_reason text;
comment on column submission.no_scan_reason is 'Why signatures entered from paper come without a scan; null: there is one, or nobody signed on paper.';

alter table submission_signer add column on_paper boolean not null default false;
comment on column submission_signer.on_paper is 'The office entered the signature from a paper form; he is told and may say that it is not his.';
alter table submission_signer drop constraint submission_signer_state_check;
alter table submission_signer add constraint submission_signer_state_check
  check (state in ('invited', 'signed', 'declined', 'removed', 'lapsed', 'disowned'));

-- The files of a part are those of the submission that it was split from: they are found from there.
