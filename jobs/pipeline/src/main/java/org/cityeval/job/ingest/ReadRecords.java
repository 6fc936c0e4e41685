package org.cityeval.job.ingest;

import java.util.List;

/** Records as the files give them: of sources of measures, or of registers of requests. */
interface ReadRecords extends AutoCloseable {
  /** Whose they are, and how many. */
  List<? extends ReadFiles<?>> files();

  /** Tells duplicates, and what contracts refuse; these records stay open. */
  JudgedRecords judge();

  @Override
  void close();
}
