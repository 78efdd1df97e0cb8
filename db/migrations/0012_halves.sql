-- The lab has a schema, a role and accounts of its own now (db/lab/migrations): researchers leave this half.
delete from placement.account_role where role = 'researcher';
drop trigger account_role_island on placement.account_role;
drop function placement.refuse_two_sides();
alter table placement.account_role drop constraint account_role_known;
alter table placement.account_role add constraint account_role_known
    check (role in ('coordinator', 'service_point', 'school_lead', 'privacy_officer', 'admin'));
comment on constraint account_role_known on placement.account_role is
    'Prevents a role that no permission knows, and one of the lab.';
comment on table placement.account_role is 'What an account may do in this half.';

create view placement.account_in_full as
select a.account_id, a.sign_in_name, a.display_name, a.password_hash, a.totp_secret, a.totp_last_step, a.language,
       a.all_programmes,
       array(select r.role from placement.account_role r where r.account_id = a.account_id order by 1) as roles,
       array(select p.crebo from placement.account_programme p where p.account_id = a.account_id order by 1) as programmes
from placement.account a;
comment on view placement.account_in_full is 'Who an account is in this half, with roles and programmes.';
