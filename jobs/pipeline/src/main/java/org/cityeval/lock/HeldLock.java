package org.cityeval.lock;

import java.io.IOException;

/** A lock that is held. */
interface HeldLock {
  /** Lets it go. */
  void release() throws IOException;
}
