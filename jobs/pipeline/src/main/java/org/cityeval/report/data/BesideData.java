package org.cityeval.report.data;

import java.util.List;
import java.util.Map;

/** What a publication holds beside scores and ranks: who is like whom, and what ranks rest on. */
public record BesideData(List<Peer> peers, List<Similar> similar, List<Factor> factors) {

  /**
   * A row of peer.
   *
   * @param number 1 is the nearest
   * @param shares each variable's part of the squared distance
   */
  public record Peer(
      String unitId,
      String level,
      int number,
      String peerId,
      double distance,
      Map<String, Double> shares) {}

  /**
   * A row of peer_group.
   *
   * @param group null where no groups were asked for, or a variable is not known
   */
  public record Similar(
      String unitId,
      String level,
      Integer group,
      Component first,
      Component second,
      Map<String, Double> standardised) {}

  /** A place on a principal component, and the share of the variance that this explains. */
  public record Component(Double place, Double share) {}

  /**
   * A row of rank_sensitivity, or its mean over a group.
   *
   * @param unitId null for the mean
   */
  public record Factor(
      String group,
      String unitId,
      String periodId,
      String weighting,
      String factor,
      double firstOrder,
      double total) {}
}
