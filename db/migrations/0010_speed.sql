-- The words of a search must come from their index. The planner knows neither the word (it is a parameter) nor that
-- every text that it would read instead is stored out of line: with a limit it chose to read them all. How many
-- rows to expect is a guess between a place name and an everyday word.
alter function search_matters(text, integer) set enable_seqscan = off;
alter function search_matters(text, integer) rows 3000;

-- Counts by unit and class from the index alone.
create index assignment_counts on assignment (jurisdiction_id, unit_id, result_class, state, due_on) where live;

-- Counts over matters from the index alone, and the due list of everything that still runs.
create index matter_counts on matter (jurisdiction_id, stage, result_class, due_on, lead_unit_id, year, organ_id);
