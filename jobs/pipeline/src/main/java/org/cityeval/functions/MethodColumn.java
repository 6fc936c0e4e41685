package org.cityeval.functions;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.objects.StaticInvoke;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.AbstractDataType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.ObjectType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A column whose values a method of ours gives. The method takes and gives values as the engine
 * holds them, so nothing is copied. Text is a {@code UTF8String}, a day the days since 1970, a
 * struct an {@code InternalRow}. The class and the method are public. The same arguments always
 * give the same value.
 */
public final class MethodColumn {
  private MethodColumn() {}

  /**
   * Asks an object, which travels to the tasks. The method is static, and takes the object first.
   * To call one of the object itself, Spark would start Scala's reflection, for half a second.
   *
   * @param type of what the method gives; it may give null
   * @param arguments text may be null in them; a number may not
   */
  public static <T extends Serializable> Column ask(
      T object, String method, DataType type, Column... arguments) {
    Column self =
        ExpressionUtils.column(Literal.fromObject(object, new ObjectType(object.getClass())));
    Column[] all = Stream.concat(Stream.of(self), Arrays.stream(arguments)).toArray(Column[]::new);
    return ask(object.getClass(), method, type, false, true, all);
  }

  /** Asks a class, whose method may give null. A null is not asked for, and stays null. */
  public static Column ask(Class<?> of, String method, DataType type, Column... arguments) {
    return ask(of, method, type, true, true, arguments);
  }

  /** The same of a method that gives a value for whatever it is asked. */
  public static Column askForValue(Class<?> of, String method, DataType type, Column... arguments) {
    return ask(of, method, type, true, false, arguments);
  }

  private static Column ask(
      Class<?> of,
      String method,
      DataType type,
      boolean keepsNull,
      boolean givesNull,
      Column... arguments) {
    return ExpressionUtils.column(
        new StaticInvoke(
            of,
            type,
            method,
            expressions(arguments),
            none(),
            keepsNull,
            givesNull,
            true,
            Option.empty()));
  }

  private static Seq<Expression> expressions(Column... arguments) {
    return CollectionConverters.asScala(
            Arrays.stream(arguments).map(ExpressionUtils::expression).toList())
        .toSeq();
  }

  private static Seq<AbstractDataType> none() {
    return CollectionConverters.asScala(List.<AbstractDataType>of()).toSeq();
  }
}
