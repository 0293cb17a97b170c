-- A municipal system as many are: one row a file, people apart, small numbers for kinds, days as eight digits.
-- It stands here so that the rest can be tried; yours exists, with other names.
create schema shahrsazi;

create table shahrsazi.parvandeh (
  id integer primary key,
  mantaghe integer not null,
  mahalle integer not null,
  block integer not null,
  melk integer not null,
  sakhteman integer not null default 0,
  apartman integer not null default 0,
  senfi integer not null default 0,
  neshani text not null,
  code_posti varchar(10),
  pelak_asli integer,
  pelak_fari integer,
  bakhsh varchar(20),
  karbari varchar(50),
  masahat_sanad numeric(12, 2),
  masahat_mojud numeric(12, 2),
  tarikh_bazdid char(8)
);

create table shahrsazi.ashkhas (
  id integer primary key,
  code_melli varchar(11) not null,
  nam varchar(100),
  nam_khanevadegi varchar(100) not null,
  mobile varchar(15)
);

create table shahrsazi.malekiyat (
  parvandeh_id integer not null references shahrsazi.parvandeh,
  shakhs_id integer not null references shahrsazi.ashkhas,
  semat smallint not null,
  dang numeric(4, 2),
  az_tarikh char(8),
  ta_tarikh char(8)
);

create table shahrsazi.darkhast (
  shomare bigint primary key,
  parvandeh_id integer not null references shahrsazi.parvandeh,
  now_darkhast smallint not null,
  mutaghazi_id integer references shahrsazi.ashkhas,
  vaziyat smallint not null,
  sabt_shod timestamp not null
);

create table shahrsazi.gardesh (
  shomare bigint not null references shahrsazi.darkhast,
  radif integer not null,
  marhale varchar(200) not null,
  vahed varchar(200),
  vorud timestamp not null,
  khoruj timestamp,
  natije smallint,
  tozih_baraye_moraje text
);

create table shahrsazi.govahi (
  parvandeh_id integer not null references shahrsazi.parvandeh,
  now_govahi smallint not null,
  shomare varchar(50) not null,
  tarikh char(8) not null,
  etebar char(8),
  batel boolean not null default false
);

create table shahrsazi.avarez (
  parvandeh_id integer not null references shahrsazi.parvandeh,
  now_avarez smallint not null,
  sal smallint not null,
  asl numeric(18, 0) not null,
  jarime numeric(18, 0),
  takhfif numeric(18, 0),
  pardakhti numeric(18, 0)
);

create table shahrsazi.fish (
  shenase_ghabz bigint not null,
  shenase_pardakht bigint not null,
  parvandeh_id integer not null references shahrsazi.parvandeh,
  now_avarez smallint not null,
  mablagh numeric(18, 0) not null,
  tarikh_sodur char(8),
  mohlat char(8),
  pardakht_shod timestamp,
  code_rahgiri varchar(20),
  batel boolean not null default false
);

insert into shahrsazi.parvandeh values
  (1, 3, 11, 245, 7, 0, 0, 0, 'خیابان بهارستان، پلاک ۲۴', '6517812345', 56, 1234, '3', 'مسکونی', 212.50, 168.00, '14050829'),
  (2, 2, 7, 118, 3, 1, 0, 7, 'بلوار ارم، مغازه ۷', null, null, null, null, 'تجاري', null, 31.25, null);
insert into shahrsazi.ashkhas values
  (1, '9990000107', 'مریم', 'بهاری', '9000001001'),
  (2, '9990000204', 'سعید', 'ارمی', '+989000001002');
insert into shahrsazi.malekiyat values
  (1, 1, 1, 6, '13910412', null),
  (1, 2, 2, null, '14030115', '14070115'),
  (2, 1, 5, null, null, null);
insert into shahrsazi.darkhast values (1405123456, 1, 2, 2, 3, '2026-10-10 09:12:33.481');
insert into shahrsazi.gardesh values
  (1405123456, 1, 'بازدید', 'مأمور بازدید', '2026-10-12 08:00', '2026-10-20 12:30', 1, null),
  (1405123456, 2, 'کنترل نقشه', 'کارشناس شهرسازی', '2026-11-10 10:00', null, 3, 'نقشه سازه مهر شده');
insert into shahrsazi.govahi values (1, 2, '3-1392-871', '13920905', null, false);
insert into shahrsazi.avarez values
  (1, 1, 1404, 9459000, null, null, 0),
  (1, 2, 1404, 1000000, 50000, 0, 1050000);
insert into shahrsazi.fish values
  (3011024510169, 2135040104, 1, 1, 21350000, '14050715', '14050930', null, null, false);
