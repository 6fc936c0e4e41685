package org.cityeval.serve;

import java.util.List;
import org.apache.arrow.flight.FlightProducer.ServerStreamListener;
import org.apache.arrow.flight.sql.SqlInfoBuilder;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlNullOrdering;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlOuterJoinsSupportLevel;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlSupportedCaseSensitivity;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlSupportedElementActions;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlSupportedGroupBy;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlSupportedSubqueries;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlSupportedTransaction;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlSupportedUnions;

/** What tools ask of the language before they write a statement of their own. */
final class SqlDialect {
  private final SqlInfoBuilder info;

  /**
   * @param version of the program
   * @param arrow version of the library
   */
  SqlDialect(String version, String arrow) {
    info =
        new SqlInfoBuilder()
            .withFlightSqlServerName("CityEval")
            .withFlightSqlServerVersion(version)
            .withFlightSqlServerArrowVersion(arrow)
            .withFlightSqlServerReadOnly(true)
            .withFlightSqlServerSql(true)
            .withFlightSqlServerSubstrait(false)
            .withFlightSqlServerTransaction(SqlSupportedTransaction.SQL_SUPPORTED_TRANSACTION_NONE)
            .withSqlTransactionsSupported(false)
            .withSqlDdlCatalog(false)
            .withSqlDdlSchema(false)
            .withSqlDdlTable(false)
            .withSqlIdentifierQuoteChar("`")
            .withSqlSearchStringEscape("\\")
            .withSqlExtraNameCharacters("")
            .withSqlCatalogTerm("catalog")
            .withSqlSchemaTerm("schema")
            .withSqlCatalogAtStart(true)
            .withSqlCatalogsSupportedActions(
                SqlSupportedElementActions.SQL_ELEMENT_IN_PROCEDURE_CALLS)
            .withSqlSchemasSupportedActions(
                SqlSupportedElementActions.SQL_ELEMENT_IN_PROCEDURE_CALLS)
            .withSqlIdentifierCase(
                SqlSupportedCaseSensitivity.SQL_CASE_SENSITIVITY_CASE_INSENSITIVE)
            .withSqlQuotedIdentifierCase(
                SqlSupportedCaseSensitivity.SQL_CASE_SENSITIVITY_CASE_INSENSITIVE)
            .withSqlAllTablesAreSelectable(true)
            .withSqlNullOrdering(SqlNullOrdering.SQL_NULLS_SORTED_LOW)
            .withSqlNullPlusNullIsNull(true)
            .withSqlSupportsColumnAliasing(true)
            .withSqlSupportsTableCorrelationNames(true)
            .withSqlSupportsExpressionsInOrderBy(true)
            .withSqlSupportsLikeEscapeClause(true)
            .withSqlCorrelatedSubqueriesSupported(true)
            .withSqlSelectForUpdateSupported(false)
            .withSqlStoredProceduresSupported(false)
            .withSqlBatchUpdatesSupported(false)
            .withSqlSavepointsSupported(false)
            .withSqlNamedParametersSupported(false)
            .withSqlSupportedGroupBy(
                SqlSupportedGroupBy.SQL_GROUP_BY_UNRELATED,
                SqlSupportedGroupBy.SQL_GROUP_BY_BEYOND_SELECT)
            .withSqlSubQueriesSupported(
                SqlSupportedSubqueries.SQL_SUBQUERIES_IN_COMPARISONS,
                SqlSupportedSubqueries.SQL_SUBQUERIES_IN_EXISTS,
                SqlSupportedSubqueries.SQL_SUBQUERIES_IN_INS)
            .withSqlSupportedUnions(SqlSupportedUnions.SQL_UNION, SqlSupportedUnions.SQL_UNION_ALL)
            .withSqlOuterJoinSupportLevel(SqlOuterJoinsSupportLevel.SQL_FULL_OUTER_JOINS)
            .withSqlKeywords(new String[0])
            .withSqlNumericFunctions(
                new String[] {"abs", "ceil", "exp", "floor", "ln", "mod", "power", "round", "sqrt"})
            .withSqlStringFunctions(
                new String[] {"concat", "length", "lower", "replace", "substring", "trim", "upper"})
            .withSqlDatetimeFunctions(
                new String[] {"date_add", "date_trunc", "datediff", "day", "month", "year"})
            .withSqlSystemFunctions(new String[] {"coalesce", "nullif"});
  }

  /**
   * @param asked numbers of the protocol's list; none for all
   */
  void send(List<Integer> asked, ServerStreamListener listener) {
    info.send(asked, listener);
  }
}
