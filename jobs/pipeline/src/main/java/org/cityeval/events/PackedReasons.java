package org.cityeval.events;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftleft;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.cityeval.events.cell.ReasonCodes;
import org.cityeval.ingest.Reason;

/**
 * The reason against a row and those against its values in few numbers: ten in each, six bits
 * apiece, 0 for none. So a row without reasons, which most are, is known by one look.
 */
final class PackedReasons {
  private static final int BITS = 6;
  private static final int MASK = (1 << BITS) - 1;
  private static final int PER_NUMBER = 10;

  private PackedReasons() {}

  /** A reason as a column holds it before it is packed. */
  static Column code(Reason reason) {
    return lit(reason == Reason.NONE ? 0L : ReasonCodes.of(reason) + 1L);
  }

  /** The packed columns of reasons. */
  static List<Column> pack(List<Column> reasons) {
    List<Column> packed = new ArrayList<>();
    for (int i = 0; i < reasons.size(); i++) {
      int shift = BITS * (i % PER_NUMBER);
      Column shifted =
          shift == 0 ? reasons.get(i) : shiftleft(reasons.get(i).cast(DataTypes.LongType), shift);
      if (shift == 0) {
        packed.add(shifted);
      } else {
        int last = packed.size() - 1;
        packed.set(last, packed.get(last).bitwiseOR(shifted));
      }
    }
    return packed;
  }

  /** Which of the packed columns holds a reason. */
  static int column(int index) {
    return index / PER_NUMBER;
  }

  /** How many columns hold so many reasons. */
  static int columns(int count) {
    return column(count - 1) + 1;
  }

  /** Code of a reason in {@link ReasonCodes}. */
  static int unpack(long packed, int index) {
    int code = (int) (packed >>> (BITS * (index % PER_NUMBER))) & MASK;
    return code == 0 ? ReasonCodes.NONE : code - 1;
  }
}
