import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Asks 'cityeval serve' for the rank intervals of a comparison group, prints them, and draws them
 * into an SVG file. It needs nothing but the JDBC driver (jobs/docs/BI.md):
 *
 * <pre>java --add-opens=java.base/java.nio=ALL-UNNAMED -cp DRIVER.jar RankChart.java URL GROUP FILE
 * </pre>
 */
public final class RankChart {
  private static final String QUERY =
      "select name, rank, rank_low, rank_high, class from current.rank_interval"
          + " where comparison_group = ? and period_id = 'span' and weighting = 'efficiency'"
          + " and rank is not null order by rank, name";

  private static final int LEFT = 180;
  private static final int STEP = 60;
  private static final int LINE = 28;

  public static void main(String[] args) throws SQLException, IOException {
    if (args.length != 3) {
      System.err.println("Give the JDBC URL, the comparison group and the file to write.");
      System.exit(2);
    }
    StringBuilder marks = new StringBuilder();
    int rows = 0;
    int widest = 1;
    // User and password are part of the URL, or come from the environment.
    try (Connection connection =
            DriverManager.getConnection(
                args[0],
                System.getenv("CITYEVAL_SERVE_USER"),
                System.getenv("CITYEVAL_SERVE_PASSWORD"));
        PreparedStatement asked = connection.prepareStatement(QUERY)) {
      asked.setString(1, args[1]);
      try (ResultSet row = asked.executeQuery()) {
        while (row.next()) {
          int low = row.getInt("rank_low");
          int high = row.getInt("rank_high");
          int rank = row.getInt("rank");
          int y = (rows + 1) * LINE;
          System.out.printf(
              "%-24s %3d  %d to %d  %s%n",
              row.getString("name"), rank, low, high, row.getString("class"));
          marks
              .append(text(LEFT - 20, y + 5, "end", row.getString("name")))
              .append(
                  String.format(
                      "<line x1='%d' x2='%d' y1='%d' y2='%d' stroke='#0072B2' stroke-width='3'/>%n",
                      x(low), x(high), y, y))
              .append(
                  String.format("<circle cx='%d' cy='%d' r='6' fill='#D55E00'/>%n", x(rank), y));
          rows++;
          widest = Math.max(widest, high);
        }
      }
    }
    for (int rank = 1; rank <= widest; rank++) {
      marks.append(text(x(rank), (rows + 2) * LINE, "middle", String.valueOf(rank)));
    }
    Files.writeString(
        Path.of(args[2]),
        String.format(
            "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d'"
                + " font-family='sans-serif' font-size='14'>%n<rect width='100%%' height='100%%'"
                + " fill='white'/>%n%s</svg>%n",
            x(widest) + STEP, (rows + 3) * LINE, marks));
    System.out.println(rows + " rows, drawn into " + args[2]);
  }

  private static int x(int rank) {
    return LEFT + (rank - 1) * STEP;
  }

  private static String text(int x, int y, String anchor, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    return String.format("<text x='%d' y='%d' text-anchor='%s'>%s</text>%n", x, y, anchor, escaped);
  }
}
