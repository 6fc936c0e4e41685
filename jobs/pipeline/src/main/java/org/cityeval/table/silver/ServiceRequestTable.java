package org.cityeval.table.silver;

import static org.cityeval.table.spec.Keys.AS_OF;
import static org.cityeval.table.spec.Keys.CITY_ID;
import static org.cityeval.table.spec.Keys.DATE;
import static org.cityeval.table.spec.Keys.DISTRICT_ID;
import static org.cityeval.table.spec.Keys.SOURCE_ID;
import static org.cityeval.table.spec.TableColumn.instant;
import static org.cityeval.table.spec.TableColumn.integer;
import static org.cityeval.table.spec.TableColumn.text;

import java.time.Instant;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableSpec;

/** One request of a citizen (311, 12345), as its register published it last. */
public final class ServiceRequestTable {
  public static final TableColumn<String> REQUEST_ID =
      text("request_id", "The request, as its register calls it.");

  public static final TableColumn<Instant> OPENED = instant("opened", "When it was opened, UTC.");

  public static final TableColumn<Instant> ASSIGNED =
      instant(
          "assigned",
          "When it was assigned to who answers it, UTC, as the register says; null: not known.");

  public static final TableColumn<Instant> CLOSED =
      instant("closed", "When it was closed, UTC; null: still open at as_of.");

  public static final TableColumn<Instant> KNOWN_UNTIL =
      instant(
          "known_until",
          "The last opening or closing that the register knew of by as_of, UTC, at latest the end"
              + " of that day in its zone. An open request was seen open until then.");

  public static final TableColumn<String> AGENCY =
      text("agency", "Who answers it; null: not known.");

  public static final TableColumn<String> LEVEL =
      text(
          "level",
          "Level of government it is answered at, in the register's words; null: not known.");

  public static final TableColumn<String> CHANNEL =
      text("channel", "How it came in, in the register's words; null: not known.");

  public static final TableColumn<String> AGENCIES =
      text("agencies", "The agencies it passed through, in order, by '>'; null: not known.");

  public static final TableColumn<Integer> HAND_OFFS =
      integer(
          "hand_offs",
          "How often it was handed from one agency to another [count], as the register counts or by"
              + " the steps of agencies; null: not known.");

  public static final TableColumn<String> SOURCE_VERSION =
      text(
          "source_version",
          "Hash of all records the register published on that day, in whatever order and files.");

  public static final TableSpec SPEC =
      TableSpec.of(
              "silver",
              "service_request",
              "One request of a citizen (311, 12345), as its register published it last.")
          .key(SOURCE_ID.meaning("The register of requests, as evaluation/name."))
          .key(REQUEST_ID)
          .columns(
              CITY_ID.meaning(
                  "The city (or panel of cities) of the district; null where the record names"
                      + " none."),
              DISTRICT_ID.meaning("The district it is from; null where the record names none."),
              DATE.meaning("Local calendar day on which it was opened."),
              OPENED,
              ASSIGNED,
              CLOSED,
              KNOWN_UNTIL,
              AGENCY,
              LEVEL,
              CHANNEL,
              AGENCIES,
              HAND_OFFS,
              AS_OF.meaning("The day on which the register published the record."),
              SOURCE_VERSION)
          .build();

  private ServiceRequestTable() {}
}
