-- The observed and smoothed columns of district_day for the counties of the United States, from the files that
-- conf/whole/us-counties.yaml names. ${lake} is their folder.

CREATE TABLE district AS
  SELECT lpad(countyfips, 5, '0') AS district_id, county_pop2019::DOUBLE AS population
  FROM read_csv('${lake}/GeoIDs - County.csv', all_varchar = true);

CREATE TABLE cumulative AS
  SELECT lpad(FIPS::DOUBLE::INT::VARCHAR, 5, '0') AS district_id, strptime(day, '%-m/%-d/%y')::DATE AS date, reported::DOUBLE AS reported
  FROM (UNPIVOT (SELECT * EXCLUDE (UID, iso2, iso3, code3, Province_State, Country_Region, Lat, Long_, Combined_Key)
                 FROM read_csv('${lake}/time_series_covid19_confirmed_US.csv.gz', all_varchar = true)
                 WHERE Admin2 <> 'Unassigned' AND Admin2 NOT LIKE 'Out of %' AND FIPS <> '')
        ON COLUMNS(* EXCLUDE (FIPS, Admin2)) INTO NAME day VALUE reported);

CREATE TABLE mobility AS
  SELECT fips AS district_id, day::DATE AS date, of_normal::DOUBLE / 100 - 1 AS change
  FROM (UNPIVOT (SELECT * EXCLUDE (country_code, admin_level, admin1, admin2)
                 FROM read_csv('${lake}/DL-us-m50_index.csv.gz', all_varchar = true) WHERE admin_level = '2')
        ON COLUMNS(* EXCLUDE (fips)) INTO NAME day VALUE of_normal)
  WHERE of_normal <> '' AND of_normal::DOUBLE BETWEEN 0 AND 300;

CREATE TABLE merchants AS
  SELECT lpad(countyfips, 5, '0') AS district_id, make_date(year::INT, month::INT, day::INT) AS date,
         nullif(merchants_all, '.')::DOUBLE AS change
  FROM read_csv('${lake}/Womply Merchants - County - Daily.csv.gz', all_varchar = true);

CREATE TABLE revenue AS
  SELECT lpad(countyfips, 5, '0') AS district_id, make_date(year::INT, month::INT, day::INT) AS date,
         nullif(revenue_all, '.')::DOUBLE AS change
  FROM read_csv('${lake}/Womply Revenue - County - Daily.csv.gz', all_varchar = true);

CREATE TABLE spending AS
  SELECT lpad(countyfips, 5, '0') AS district_id, make_date(year::INT, month::INT, 1) AS month,
         nullif(spend_all, '.')::DOUBLE AS change
  FROM read_csv('${lake}/Affinity - County - Monthly.csv.gz', all_varchar = true) WHERE year = '2020';

CREATE TABLE district_day AS
WITH days AS (
  SELECT district_id, population, unnest(generate_series(DATE '2020-01-22', DATE '2020-11-24', INTERVAL 1 DAY))::DATE AS date
  FROM district),
daily AS (
  SELECT d.district_id, d.population, d.date,
         c.reported - lag(c.reported) OVER (PARTITION BY d.district_id ORDER BY d.date) AS new_cases,
         m.change AS mobility_distance_change, o.change AS enterprise_open_change,
         r.change AS enterprise_revenue_change, s.change AS enterprise_spending_change
  FROM days d
  LEFT JOIN cumulative c USING (district_id, date)
  LEFT JOIN mobility m USING (district_id, date)
  LEFT JOIN merchants o USING (district_id, date)
  LEFT JOIN revenue r USING (district_id, date)
  LEFT JOIN spending s ON s.district_id = d.district_id AND s.month = date_trunc('month', d.date)),
smoothed AS (
  SELECT *,
         CASE WHEN count(new_cases) FILTER (new_cases >= 0) OVER week >= 4
              THEN avg(new_cases) FILTER (new_cases >= 0) OVER week END AS new_cases_smoothed,
         CASE WHEN count(mobility_distance_change) OVER week >= 4
              THEN avg(mobility_distance_change) OVER week END AS mobility_smoothed
  FROM daily
  WINDOW week AS (PARTITION BY district_id ORDER BY date ROWS BETWEEN 6 PRECEDING AND CURRENT ROW))
SELECT district_id, date, new_cases, mobility_distance_change, enterprise_open_change, enterprise_revenue_change,
       enterprise_spending_change, new_cases_smoothed, new_cases_smoothed * 100000 / population AS incidence,
       mobility_distance_change AS mobility_change, mobility_smoothed,
       enterprise_spending_change AS enterprise_change, enterprise_spending_change AS enterprise_smoothed
FROM smoothed WHERE date >= DATE '2020-03-01';
