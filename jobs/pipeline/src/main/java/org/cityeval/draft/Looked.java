package org.cityeval.draft;

/** What looking at one file gave. */
public sealed interface Looked permits FileSample, PolygonFile, PassedOver {
  /** The file, as a config would name it. */
  String path();
}
