-- DESIGN.md §5.4 and §7: a person never holds a role in the lab together with one in placing, however the role came.
create function placement.refuse_two_sides() returns trigger language plpgsql as $$
begin
    perform from placement.account where account_id = new.account_id for no key update; -- two at once take turns
    if exists (select from placement.account_role where account_id = new.account_id and role = 'researcher')
        and exists (select from placement.account_role
                    where account_id = new.account_id and role in ('coordinator', 'service_point', 'school_lead')) then
        raise exception 'a researcher holds no role in placing'
            using constraint = 'account_role_island', errcode = 'check_violation';
    end if;
    return null;
end $$;
comment on function placement.refuse_two_sides() is 'Refuses a researcher who also holds a role in placing.';
create trigger account_role_island after insert or update on placement.account_role
    for each row execute function placement.refuse_two_sides();
comment on trigger account_role_island on placement.account_role is
    'Prevents a role in the lab together with one in placing, also when a role is added later.';
