package org.cityeval.numeric.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityeval.numeric.statistics.Moments;

/** Every public method and constructor of the numerics, as the compiled classes have them. */
final class PublicFunctions {
  private static final Set<String> OF_THE_LANGUAGE =
      Set.of("equals", "hashCode", "toString", "values", "valueOf");

  private PublicFunctions() {}

  static List<Executable> all() {
    return classes().stream()
        .flatMap(
            type ->
                Stream.concat(
                    Arrays.stream(type.getDeclaredConstructors()),
                    Arrays.stream(type.getDeclaredMethods())))
        .filter(PublicFunctions::isOurs)
        .sorted(Comparator.comparing(Executable::toGenericString))
        .toList();
  }

  /** Short and unique among all: class, name and the types of the parameters. */
  static String name(Executable function) {
    String type = function.getDeclaringClass().getName().replaceAll("^.*\\.", "");
    String name = function instanceof Constructor ? "new" : function.getName();
    return Arrays.stream(function.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(",", type + "." + name + "(", ")"));
  }

  static boolean isOfNumerics(Class<?> type) {
    return type.getName().startsWith("org.cityeval.numeric.");
  }

  /** Whether calling it needs an object of its class. */
  static boolean needsReceiver(Executable function) {
    return function instanceof Method && !Modifier.isStatic(function.getModifiers());
  }

  private static boolean isOurs(Executable function) {
    Class<?> type = function.getDeclaringClass();
    boolean ofTheLanguage =
        function.isSynthetic()
            || OF_THE_LANGUAGE.contains(function.getName())
            || (type.isRecord()
                && function.getParameterCount() == 0
                && Arrays.stream(type.getRecordComponents())
                    .anyMatch(component -> component.getName().equals(function.getName())));
    return Modifier.isPublic(function.getModifiers()) && !ofTheLanguage;
  }

  private static List<Class<?>> classes() {
    try {
      Path root =
          Path.of(Moments.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(root.resolve("org/cityeval/numeric"))) {
        return files
            .map(file -> root.relativize(file).toString())
            .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
            .map(file -> file.replaceAll("\\.class$", "").replace('/', '.').replace('\\', '.'))
            .<Class<?>>map(PublicFunctions::load)
            .filter(PublicFunctions::isPublic)
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    return type == null
        || (Modifier.isPublic(type.getModifiers()) && isPublic(type.getEnclosingClass()));
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
