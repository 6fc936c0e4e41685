package org.cityeval.report.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** What the page embeds for its charts and switches: every text on it is already worded. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PageModel(
    Map<String, CityChoice> cities,
    List<Choice> weightings,
    Map<String, View<RankingRow>> rankings,
    Map<String, View<ProfileRow>> profiles,
    Map<String, SeriesView> series,
    Map<String, MapView> maps,
    Map<String, Object> shapes,
    BesideModel beside) {

  /** Something a reader can choose. */
  public record Choice(String id, String title) {}

  /** A city with what can be chosen within it. */
  public record CityChoice(
      String title,
      List<Choice> districts,
      List<Choice> periods,
      List<Choice> measures,
      List<Band> waves) {}

  /** A stretch of days, both included. */
  public record Band(String title, String first, String last) {}

  /**
   * One state of a figure: its sentence, and its rows for chart and table alike.
   *
   * @param median of the group, on the scale of the chart; null where none is drawn
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record View<R>(String title, String finding, List<R> rows, Double median) {
    public View(String title, String finding, List<R> rows) {
      this(title, finding, rows, null);
    }
  }

  /** A row of a table beside a chart. */
  public record Cells(String head, List<String> cells) {}

  /** One member of a comparison group. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RankingRow(
      String id,
      String head,
      List<String> cells,
      String standing,
      String rank,
      Double score,
      Double low,
      Double high) {}

  /** One indicator of one unit. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ProfileRow(
      String id, String head, List<String> cells, String standing, Spine spine) {}

  /**
   * Where a value lies among its group's, from 0 to 1.
   *
   * @param open whether it lies anywhere from {@code high} to beyond the bad end
   * @param room the part at the bad end that is kept for such; null where the group has none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Spine(
      Double at,
      Double low,
      Double high,
      Boolean open,
      Double room,
      double lowerQuartile,
      double median,
      double upperQuartile) {}

  /**
   * Days of one unit; null where not observed.
   *
   * @param flags what is to be known of the cases of single days; null where there is nothing
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SeriesView(
      String title,
      String finding,
      List<Cells> rows,
      String first,
      Map<String, List<Number>> daily,
      List<FlaggedDay> flags) {}

  /** A day of which something is to be known, and what. */
  record FlaggedDay(String day, String label) {}

  /**
   * One state of the map.
   *
   * @param legend what the shades mean: the unit, and which way is better
   */
  public record MapView(String title, String finding, List<MapRow> rows, String legend) {}

  /**
   * One district on the map.
   *
   * @param value null where there is none, or where it is censored
   * @param open whether it is censored: beyond the highest shade
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MapRow(
      String id, String head, List<String> cells, Double value, Boolean open, String label) {}
}
