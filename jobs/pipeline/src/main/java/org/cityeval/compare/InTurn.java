package org.cityeval.compare;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/**
 * What several iterators give, one after the other. The next is asked for when the one before has
 * ended. A stream of streams would hold all that the inner ones give.
 */
final class InTurn<T> implements Iterator<T> {
  private final Iterator<Iterator<T>> parts;
  private Iterator<T> part = Collections.emptyIterator();

  private InTurn(Iterator<Iterator<T>> parts) {
    this.parts = parts;
  }

  static <T> Iterator<T> of(Stream<Iterator<T>> parts) {
    return new InTurn<>(parts.iterator());
  }

  @Override
  public boolean hasNext() {
    while (!part.hasNext()) {
      // Either part may hold much. To ask for the next one makes it, so this one is let go first.
      part = Collections.emptyIterator();
      if (!parts.hasNext()) {
        return false;
      }
      part = parts.next();
    }
    return true;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return part.next();
  }
}
