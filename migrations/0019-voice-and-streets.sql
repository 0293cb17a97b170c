-- Who has agreed that voice notes go to the municipality's speech server.
create table bot.voice_consents (
  citizen_id text primary key,
  agreed_at timestamptz not null
);

-- How many voice notes went there, for the limits of a day: of each citizen, and of all (citizen_id '').
create table bot.voice_uses (
  day date not null,
  citizen_id text not null,
  used integer not null,
  primary key (day, citizen_id)
);

-- Where a street lies: the middle of its properties, as far as the records know their positions.
alter table records.streets add column lat double precision, add column lon double precision;
update records.streets set lat = known.lat, lon = known.lon
  from (
    select district, street,
      round(avg(lat)::numeric, 5)::double precision as lat,
      round(avg(lon)::numeric, 5)::double precision as lon
    from records.properties where street is not null group by district, street
  ) known
  where known.district = records.streets.district and known.street = records.streets.name;
