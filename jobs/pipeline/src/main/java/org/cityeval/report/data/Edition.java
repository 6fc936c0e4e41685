package org.cityeval.report.data;

/**
 * What a page says beside the results of its publication.
 *
 * @param titleZh the evaluation's title in Chinese; null where the config does not say it
 * @param revision what changed since the vintage before; null where there is none
 */
public record Edition(String titleZh, RevisionData revision) {
  /** Of an evaluation with one title and one vintage. */
  public static final Edition FIRST = new Edition(null, null);
}
