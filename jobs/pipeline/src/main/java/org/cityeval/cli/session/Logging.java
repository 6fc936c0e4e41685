package org.cityeval.cli.session;

import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.appender.ConsoleAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.api.LayoutComponentBuilder;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

/** Sends logs to stderr, as text or as JSON lines; stdout is for results. */
public final class Logging {
  private static final List<String> ENGINE =
      List.of("org.apache.spark", "org.apache.hadoop", "org.apache.parquet");

  private Logging() {}

  /** Lets no more through: what fails because the process ends is no news. */
  static void silence() {
    Configurator.setRootLevel(Level.OFF);
  }

  /** A log4j configuration given from outside is left alone. */
  public static void start(String format, boolean verbose) {
    if (System.getenv("LOG4J_CONFIGURATION_FILE") != null
        || System.getProperty("log4j2.configurationFile") != null
        || System.getProperty("log4j.configurationFile") != null) {
      return;
    }
    ConfigurationBuilder<BuiltConfiguration> builder =
        ConfigurationBuilderFactory.newConfigurationBuilder();
    LayoutComponentBuilder layout =
        format.equals("json")
            ? builder
                .newLayout("JsonTemplateLayout")
                .addAttribute("eventTemplateUri", "classpath:EcsLayout.json")
            : builder
                .newLayout("PatternLayout")
                .addAttribute("pattern", "%d{HH:mm:ss} %-5p %c{1}: %m%n%throwable{0}");
    builder.setStatusLevel(Level.ERROR);
    builder.add(
        builder
            .newAppender("stderr", "Console")
            .addAttribute("target", ConsoleAppender.Target.SYSTEM_ERR)
            .add(
                builder
                    .newFilter("ThresholdFilter", Filter.Result.ACCEPT, Filter.Result.DENY)
                    .addAttribute("level", verbose ? Level.WARN : Level.ERROR))
            .add(layout));
    if (!verbose) {
      // What fails within the engine ends the run, and is told in a message of its own.
      ENGINE.forEach(name -> builder.add(builder.newLogger(name, Level.OFF)));
    }
    // Spark takes a root logger at ERROR for an unconfigured one, and would replace all this.
    builder.add(builder.newRootLogger(Level.WARN).add(builder.newAppenderRef("stderr")));
    Configurator.reconfigure(builder.build());
  }
}
