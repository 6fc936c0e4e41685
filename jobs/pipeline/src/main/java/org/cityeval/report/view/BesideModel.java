package org.cityeval.report.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What the page embeds of comparisons beside those within a city. A member's numbers stand here
 * once, however many it is the peer of: the page puts rows together from them.
 *
 * @param groups all districts, and the groups that the config names
 * @param periods those in which everyone's days are the same; in others members are not set side by
 *     side
 * @param members by unit and period
 */
public record BesideModel(
    List<PageModel.Choice> groups,
    List<PageModel.Choice> periods,
    Map<String, Member> members,
    Alike alike,
    Named named,
    Basis basis) {

  /** One member under every weighting, with its headline indicators. */
  public record Member(String head, Map<String, Bar> composites, List<String> cells) {}

  /** A composite in words, and as a point with its interval. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Bar(String text, Double score, Double low, Double high) {}

  /**
   * Who is like whom.
   *
   * @param nearest by unit
   * @param standings by unit, period and weighting
   * @param maps by level: where members lie by what peers are found by
   */
  public record Alike(
      Map<String, List<Nearest>> nearest,
      Map<String, Standing> standings,
      Map<String, Scatter> maps) {}

  /** A peer: how far, and which variable most of the distance comes from. */
  public record Nearest(String id, String distance, String by) {}

  /**
   * A member among its peers.
   *
   * @param similar its place in its group of similar ones; empty where it has none
   * @param median composite of itself and its peers, which its class is about; null where it is not
   *     ranked
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Standing(
      String title, String finding, String rank, String standing, String similar, Double median) {}

  /** Members on the two first principal components. */
  public record Scatter(String title, String horizontal, String vertical, List<Dot> dots) {}

  /** One member; group 0 is none. */
  public record Dot(
      String id,
      String head,
      List<String> cells,
      int group,
      double across,
      double up,
      String finding) {}

  /**
   * The groups that the config names.
   *
   * @param members of each group, as many as a short table bears
   * @param of the groups of each unit
   */
  public record Named(
      Map<String, List<String>> members,
      Map<String, List<String>> of,
      Map<String, String> titles,
      String leftOut) {}

  /**
   * What ranks rest on.
   *
   * @param views by group, period and weighting
   * @param own by unit, group, period and weighting, then by factor
   */
  public record Basis(
      Map<String, PageModel.View<FactorRow>> views, Map<String, Map<String, Own>> own) {}

  /** What a factor has to do with the ranks of a group: shares from 0 to 1. */
  public record FactorRow(String id, String head, List<String> cells, double total, double first) {}

  /** The same for one member. */
  public record Own(List<String> cells, double total) {}
}
