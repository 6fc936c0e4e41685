package org.cityeval.table.gold;

import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.LEVEL;
import static org.cityeval.table.spec.TableColumn.day;
import static org.cityeval.table.spec.TableColumn.integer;
import static org.cityeval.table.spec.TableColumn.number;
import static org.cityeval.table.spec.TableColumn.text;

import java.time.LocalDate;
import org.cityeval.table.spec.TableCheck;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** One wave of reported cases of one district or city. */
public final class WaveTable {
  public static final TableColumn<Integer> WAVE_NO =
      integer("wave_no", "Number of the wave, from 1, by its start.");

  public static final TableColumn<LocalDate> START_DATE =
      day("start_date", "First day of the wave.");

  public static final TableColumn<LocalDate> PEAK_DATE =
      day("peak_date", "Day of the highest smoothed count.");

  public static final TableColumn<LocalDate> END_DATE = day("end_date", "Last day of the wave.");

  public static final TableColumn<Double> SIZE =
      number("size", "new_cases_adjusted from start to end [persons].");

  public static final TableColumn<Double> PEAK_CASES =
      number("peak_cases", "Smoothed cases on the peak day [persons per day].");

  public static final TableColumn<String> CASES_STATUS =
      text(
          "cases_status",
          "ok. adjusted_input: counts of some days are not those reported, see cases_flag of"
              + " district_day. insufficient: a backlog is left out, so size lacks its cases."
              + " suppressed: size or peak_cases would reveal a small count.");

  public static final TableSpec SPEC =
      TableSpec.of("gold", "wave", "One wave of reported cases of one district or city.")
          .evaluationKey()
          .key(CITY_ID)
          .key(DISTRICT_ID)
          .key(WAVE_NO)
          .key(LEVEL)
          .columns(START_DATE, PEAK_DATE, END_DATE, SIZE, PEAK_CASES, CASES_STATUS)
          .checks(
              TableCheck.word(CASES_STATUS, "ok", "adjusted_input", "insufficient", "suppressed"),
              TableCheck.atLeast(WAVE_NO, 1),
              TableCheck.ascending(START_DATE, PEAK_DATE, END_DATE))
          .build();

  private WaveTable() {}
}
