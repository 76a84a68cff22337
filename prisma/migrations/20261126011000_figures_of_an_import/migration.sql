-- The figures of an import are found by the import alone, in which jurisdiction they are. An index that began with the
-- jurisdiction was mistaken for a good way to a single figure as well, and then all of a city's figures were read for
-- each row of a file: the policies of the table name the jurisdiction once more, and so it looks twice as selective.
drop index observation_jurisdiction_id_import_id_idx;
create index observation_import_id_idx on observation(import_id);
