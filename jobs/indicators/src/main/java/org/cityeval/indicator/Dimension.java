package org.cityeval.indicator;

import java.util.Locale;

/**
 * The dimensions of governance after Zhang, Jin & Leng (2020), and the two standards of judgement.
 */
public enum Dimension {
  EFFICIENCY("Efficient", "高效化"),
  PRECISION("Precise", "精准化"),
  DECENTRALISATION("Decentralised", "分权化"),
  FLATNESS("Flat", "扁平化"),
  STRUCTURE("Plural and collaborative", "多元化与协同化"),
  PUBLIC_VALUE("Public value", "公共价值"),
  LONG_TERM_CAPACITY("Long-term capacity", "长期能力");

  private final String title;
  private final String titleZh;

  Dimension(String title, String titleZh) {
    this.title = title;
    this.titleZh = titleZh;
  }

  /** How the dimension is written in tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String title() {
    return title;
  }

  public String titleZh() {
    return titleZh;
  }
}
