-- Every ${every}th county of the list of ${lake}, ${copies} times, as files of the same names in ${out}. Copy 0 has the values of
-- the files. Others differ by noise, the same for the same source, county, copy and day. Mobility of states, and cases of no county of
-- the list, are written once. Other rows of no county of the list are left out. Files end with ${last_day}, but for spending.

-- From -1 to 1.
CREATE MACRO noise(source, id, copy, day) AS
  CASE WHEN copy = 0 THEN 0 ELSE hash(source, id, copy, day) % 2000001 / 1000000 - 1 END;
CREATE MACRO with_noise(value, scale, source, id, copy, day) AS
  CASE WHEN copy = 0 OR coalesce(value, '.') = '.' THEN value
       ELSE round(value::DOUBLE + scale * noise(source, id, copy, day), 4)::VARCHAR END;

CREATE TABLE copies AS SELECT range::INT AS copy FROM range(${copies});

CREATE TABLE list AS
  SELECT * FROM read_csv('${lake}/GeoIDs - County.csv', all_varchar = true)
  QUALIFY (row_number() OVER (ORDER BY countyfips::INT) - 1) % ${every} = 0;
CREATE TABLE kept AS SELECT countyfips::INT AS fips, copy, fips + copy * 100000 AS copied FROM list, copies;

COPY (SELECT * EXCLUDE (copy) REPLACE ((countyfips::INT + copy * 100000)::VARCHAR AS countyfips,
                        CASE WHEN cz <> '' THEN (cz::INT + copy * 100000)::VARCHAR END AS cz)
      FROM list, copies ORDER BY list.countyfips::INT + copy * 100000)
TO '${out}/GeoIDs - County.csv' (HEADER);

-- Orders of states without a county here would be refused.
COPY (SELECT * FROM read_csv('${lake}/Policy Milestones - State.csv', all_varchar = true)
      WHERE date::DATE <= DATE '${last_day}' AND statefips IN (SELECT statefips FROM list))
TO '${out}/Policy Milestones - State.csv' (HEADER);

-- Cases of a day differ by a fifth at most, then are rounded: one or two remain. What was taken back is taken back.
CREATE TABLE reported AS
  SELECT row_number() OVER () AS place, try_cast(FIPS AS DOUBLE)::INT AS county, *
  FROM read_csv('${lake}/time_series_covid19_confirmed_US.csv.gz', all_varchar = true);
CREATE TABLE days AS
  SELECT place, county, strptime(day, '%-m/%-d/%y')::DATE AS day, total::INT - coalesce(lag(total::INT) OVER by_day, 0) AS cases
  FROM (UNPIVOT (SELECT * EXCLUDE (UID, iso2, iso3, code3, FIPS, Admin2, Province_State, Country_Region, Lat, Long_, Combined_Key) FROM reported)
        ON COLUMNS(* EXCLUDE (place, county)) INTO NAME day VALUE total)
  WHERE strptime(day, '%-m/%-d/%y')::DATE <= DATE '${last_day}'
  WINDOW by_day AS (PARTITION BY place ORDER BY strptime(day, '%-m/%-d/%y')::DATE);
CREATE TABLE totals AS
  SELECT place, county, coalesce(copy, 0) AS copy, strftime(day, '%-m/%-d/%y') AS day,
         sum(round(cases * (1 + noise('cases', county, coalesce(copy, 0), day) / 5))::INT) OVER (PARTITION BY place, copy ORDER BY day)::INT AS total
  FROM days LEFT JOIN kept ON county = fips
  WHERE fips IS NOT NULL OR county NOT IN (SELECT countyfips::INT FROM read_csv('${lake}/GeoIDs - County.csv', all_varchar = true)) OR county IS NULL;
CREATE TABLE wide_totals AS PIVOT totals ON day USING first(total) GROUP BY place, county, copy;
COPY (SELECT r.UID, r.iso2, r.iso3, r.code3,
             CASE WHEN r.FIPS <> '' THEN (w.county + w.copy * 100000)::VARCHAR || '.0' END AS FIPS,
             r.Admin2, r.Province_State, r.Country_Region, r.Lat, r.Long_, r.Combined_Key, w.* EXCLUDE (place, county, copy)
      FROM wide_totals w JOIN reported r USING (place) ORDER BY w.copy, place)
TO '${out}/time_series_covid19_confirmed_US.csv.gz' (HEADER, COMPRESSION gzip);

-- Mobility in percent of normal differs by 5 points at most.
CREATE TABLE moved AS
  SELECT row_number() OVER () AS place, * FROM read_csv('${lake}/DL-us-m50_index.csv.gz', all_varchar = true);
CREATE TABLE moves AS
  SELECT place, copied, coalesce(copy, 0) AS copy, day,
         CASE WHEN coalesce(copy, 0) = 0 OR coalesce(value, '') = '' THEN value
              ELSE greatest(0, value::INT + round(5 * noise('mobility', fips, copy, day))::INT)::VARCHAR END AS value
  FROM (UNPIVOT (SELECT * EXCLUDE (country_code, admin1, admin2, fips), fips AS county FROM moved)
        ON COLUMNS(* EXCLUDE (place, admin_level, county)) INTO NAME day VALUE value)
  LEFT JOIN kept ON county::INT = fips AND admin_level = '2'
  WHERE day::DATE <= DATE '${last_day}' AND (admin_level <> '2' OR fips IS NOT NULL);
CREATE TABLE wide_moves AS PIVOT moves ON day USING first(value) GROUP BY place, copied, copy;
COPY (SELECT m.country_code, m.admin_level, m.admin1, m.admin2, CASE WHEN w.copy = 0 THEN m.fips ELSE w.copied::VARCHAR END AS fips,
             w.* EXCLUDE (place, copied, copy)
      FROM wide_moves w JOIN moved m USING (place) ORDER BY w.copy, place)
TO '${out}/DL-us-m50_index.csv.gz' (HEADER, COMPRESSION gzip);

-- Shares of before differ by two points at most.
COPY (SELECT year, month, day, copied AS countyfips,
             with_noise(merchants_all, 0.02, 'merchants', fips, copy, make_date(year::INT, month::INT, day::INT)) AS merchants_all
      FROM read_csv('${lake}/Womply Merchants - County - Daily.csv.gz', all_varchar = true) f JOIN kept ON f.countyfips::INT = fips
      WHERE make_date(year::INT, month::INT, day::INT) <= DATE '${last_day}'
      ORDER BY copy, make_date(year::INT, month::INT, day::INT), fips)
TO '${out}/Womply Merchants - County - Daily.csv.gz' (HEADER, COMPRESSION gzip);
COPY (SELECT year, month, day, copied AS countyfips,
             with_noise(revenue_all, 0.02, 'revenue', fips, copy, make_date(year::INT, month::INT, day::INT)) AS revenue_all
      FROM read_csv('${lake}/Womply Revenue - County - Daily.csv.gz', all_varchar = true) f JOIN kept ON f.countyfips::INT = fips
      WHERE make_date(year::INT, month::INT, day::INT) <= DATE '${last_day}'
      ORDER BY copy, make_date(year::INT, month::INT, day::INT), fips)
TO '${out}/Womply Revenue - County - Daily.csv.gz' (HEADER, COMPRESSION gzip);
COPY (SELECT f.* EXCLUDE (countyfips, spend_all), copied AS countyfips,
             with_noise(spend_all, 0.02, 'spending', fips, copy, make_date(year::INT, month::INT, 1)) AS spend_all
      FROM read_csv('${lake}/Affinity - County - Monthly.csv.gz', all_varchar = true) f JOIN kept ON f.countyfips::INT = fips
      ORDER BY copy, make_date(year::INT, month::INT, 1), fips)
TO '${out}/Affinity - County - Monthly.csv.gz' (HEADER, COMPRESSION gzip);
