package org.cityeval.events;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Queue;
import org.cityeval.events.cell.CellStates;
import org.cityeval.events.cell.CellTable;
import org.cityeval.events.collect.ByteSink;
import org.cityeval.events.collect.Mixing;
import scala.Tuple2;

/** Writes what a task found into blocks, one for each task that puts parts together. */
final class PartBlocks {
  /** First number of a block of cells, and of one of files. */
  static final int CELLS = 0;

  static final int FILES = 1;

  private final ByteSink[] blocks;

  PartBlocks(int buckets) {
    this.blocks = new ByteSink[buckets];
  }

  /** Adds the cells as blocks: of each its key, the length of its states, the states. */
  void cells(CellTable table, CellStates[] states, Queue<Tuple2<Integer, byte[]>> to) {
    for (int cell = 0; cell < table.count(); cell++) {
      long key = table.key(cell);
      ByteSink block = block(key, CELLS);
      block.writeLong(key);
      int length = block.reserve();
      for (CellStates state : states) {
        state.write(cell, block);
      }
      block.fill(length, block.length() - length - Integer.BYTES);
    }
    handOver(to);
  }

  /** Adds the files as blocks. */
  void files(Collection<FileCounts> files, Queue<Tuple2<Integer, byte[]>> to) {
    for (FileCounts file : files) {
      byte[] path = file.path().getBytes(StandardCharsets.UTF_8);
      file.write(block(Mixing.of(path, 0, path.length), FILES));
    }
    handOver(to);
  }

  private ByteSink block(long key, int kind) {
    int bucket = (int) Math.floorMod(Mixing.of(key), (long) blocks.length);
    if (blocks[bucket] == null) {
      blocks[bucket] = new ByteSink();
      blocks[bucket].writeSize(kind);
    }
    return blocks[bucket];
  }

  private void handOver(Queue<Tuple2<Integer, byte[]>> to) {
    for (int bucket = 0; bucket < blocks.length; bucket++) {
      if (blocks[bucket] != null) {
        to.add(new Tuple2<>(bucket, blocks[bucket].toByteArray()));
        blocks[bucket] = null;
      }
    }
  }
}
