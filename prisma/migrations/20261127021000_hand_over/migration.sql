alter table assignment add column hand_over_days integer not null default 0;

alter table assignment
    add constraint assignment_hand_over_check check (hand_over_days between 0 and 90);

-- A slot still has one holder at a time. The first days of a successor may be declared a hand-over: on those the one who
-- leaves holds the slot, so they keep nobody out. Who goes before the hand-over is over never held the slot alone.
alter table assignment
    drop constraint assignment_slot_has_one_holder,
    add constraint assignment_slot_has_one_holder exclude using gist (jurisdiction_id with =, site_id with =,
        position_key with =, slot with =,
        (case when ended_on < starts_on + hand_over_days then 'empty'::daterange
            else daterange(starts_on + hand_over_days, ended_on, '[]') end) with &&);
