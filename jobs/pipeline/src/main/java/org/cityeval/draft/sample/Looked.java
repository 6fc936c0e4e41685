package org.cityeval.draft.sample;

/** What looking at one file gave. */
public sealed interface Looked permits FileSample, PolygonFile, PassedOver {
  /** The file, as a config would name it. */
  String path();
}
