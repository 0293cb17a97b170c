-- One view for each records file, named like it (with _ for -), with its columns: see docs/records-format.md.
-- A file you have nothing for gets no view. The import reads them all as they stand at one moment.
create schema pasokh_out;
-- What several of them need, apart, so that the import sees views of records alone.
create schema pasokh_parts;

-- 14050829 becomes 1405/08/29; no day is no day.
create function pasokh_parts.day(digits text) returns text language sql immutable as $$
  select case when digits ~ '^\d{8}$'
    then substr(digits, 1, 4) || '/' || substr(digits, 5, 2) || '/' || substr(digits, 7, 2) end
$$;

create view pasokh_out.districts as
  select distinct mantaghe as district, 'منطقه ' || mantaghe as name from shahrsazi.parvandeh;

-- The code is made in one place, so that it is the same in all views.
create view pasokh_parts.files as
  select id, concat_ws('-', mantaghe, mahalle, block, melk, sakhteman, apartman, senfi) as nosazi_code
  from shahrsazi.parvandeh;

create view pasokh_out.properties as
  select f.nosazi_code, p.mantaghe as district,
    case when p.senfi > 0 then 'guild' when p.apartman > 0 then 'apartment'
      when p.sakhteman > 0 then 'building' else 'parcel' end as level,
    p.neshani as address, p.code_posti as postal_code,
    p.pelak_asli || '/' || p.pelak_fari as plate, p.bakhsh as plate_section, p.karbari as land_use,
    p.masahat_sanad as deed_area_m2, p.masahat_mojud as built_area_m2,
    pasokh_parts.day(p.tarikh_bazdid) as updated_at
  from shahrsazi.parvandeh p join pasokh_parts.files f on f.id = p.id;

-- National ids and mobiles leave this database as they are, over one connection, and are hashed on arrival.
create view pasokh_out.parties as
  select code_melli as national_id, concat_ws(' ', nam, nam_khanevadegi) as name, mobile
  from shahrsazi.ashkhas;

create view pasokh_out.ownership as
  select f.nosazi_code, s.code_melli as national_id,
    case m.semat when 1 then 'owner' when 2 then 'attorney' when 3 then 'heir' when 4 then 'tenant'
      when 5 then 'guild-holder' end as role,
    m.dang, pasokh_parts.day(m.az_tarikh) as valid_from, pasokh_parts.day(m.ta_tarikh) as valid_to
  from shahrsazi.malekiyat m
  join pasokh_parts.files f on f.id = m.parvandeh_id
  join shahrsazi.ashkhas s on s.id = m.shakhs_id;

create view pasokh_out.requests as
  select d.shomare as request_no,
    case d.now_darkhast when 1 then 'building-permit' when 2 then 'completion' when 3 then 'no-violation'
      when 4 then 'clearance' when 5 then 'transfer' when 6 then 'inquiry' end as service,
    f.nosazi_code, s.code_melli as applicant_national_id,
    case d.vaziyat when 1 then 'not-started' when 2 then 'in-progress' when 3 then 'waiting-citizen'
      when 4 then 'waiting-payment' when 5 then 'completed' when 6 then 'cancelled' else 'archived' end as status,
    d.sabt_shod as opened_at
  from shahrsazi.darkhast d
  join pasokh_parts.files f on f.id = d.parvandeh_id
  left join shahrsazi.ashkhas s on s.id = d.mutaghazi_id;

create view pasokh_out.request_steps as
  select shomare as request_no, radif as seq, marhale as stage, vahed as unit, vorud as entered_at,
    khoruj as left_at,
    case natije when 1 then 'forwarded' when 2 then 'returned' when 3 then 'defect' when 4 then 'done' end as outcome,
    tozih_baraye_moraje as public_note
  from shahrsazi.gardesh;

create view pasokh_out.certificates as
  select case g.now_govahi when 1 then 'building-permit' when 2 then 'completion' when 3 then 'no-violation'
      when 4 then 'clearance' end as kind,
    g.shomare as number, f.nosazi_code, pasokh_parts.day(g.tarikh) as issued_on,
    pasokh_parts.day(g.etebar) as valid_until, case when g.batel then 'revoked' else 'valid' end as status
  from shahrsazi.govahi g join pasokh_parts.files f on f.id = g.parvandeh_id;

create view pasokh_out.charges as
  select f.nosazi_code,
    case a.now_avarez when 1 then 'renovation' when 2 then 'waste' when 3 then 'guild' end as account,
    a.sal as fiscal_year, a.asl as principal_rials, a.jarime as late_rials, a.takhfif as discount_rials,
    a.pardakhti as paid_rials
  from shahrsazi.avarez a join pasokh_parts.files f on f.id = a.parvandeh_id;

create view pasokh_out.bills as
  select b.shenase_ghabz as bill_id, b.shenase_pardakht as payment_id, f.nosazi_code,
    case b.now_avarez when 1 then 'renovation' when 2 then 'waste' when 3 then 'guild' end as account,
    b.mablagh as amount_rials, pasokh_parts.day(b.tarikh_sodur) as issued_on,
    pasokh_parts.day(b.mohlat) as pay_by,
    case when b.batel then 'void' when b.pardakht_shod is not null then 'paid' else 'issued' end as status
  from shahrsazi.fish b join pasokh_parts.files f on f.id = b.parvandeh_id;

create view pasokh_out.payments as
  select shenase_ghabz as bill_id, shenase_pardakht as payment_id, pardakht_shod as paid_at,
    mablagh as amount_rials, code_rahgiri as trace_no
  from shahrsazi.fish where pardakht_shod is not null;
