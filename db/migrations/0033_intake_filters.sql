-- The ledger by branch of the category tree: an organ's matters of a few categories, in the order of their dates.
create index matter_category on matter (jurisdiction_id, organ_id, category, due_on, id) where category is not null;
