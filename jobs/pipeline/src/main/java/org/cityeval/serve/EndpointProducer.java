package org.cityeval.serve;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.arrow.flight.CloseSessionRequest;
import org.apache.arrow.flight.CloseSessionResult;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightEndpoint;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.NoOpSessionOptionValueVisitor;
import org.apache.arrow.flight.PutResult;
import org.apache.arrow.flight.Result;
import org.apache.arrow.flight.SchemaResult;
import org.apache.arrow.flight.SessionOptionValueVisitor;
import org.apache.arrow.flight.SetSessionOptionsRequest;
import org.apache.arrow.flight.SetSessionOptionsResult;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.flight.sql.BasicFlightSqlProducer;
import org.apache.arrow.flight.sql.FlightSqlProducer;
import org.apache.arrow.flight.sql.impl.FlightSql.ActionClosePreparedStatementRequest;
import org.apache.arrow.flight.sql.impl.FlightSql.ActionCreatePreparedStatementRequest;
import org.apache.arrow.flight.sql.impl.FlightSql.ActionCreatePreparedStatementResult;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetCrossReference;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetDbSchemas;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetExportedKeys;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetImportedKeys;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetPrimaryKeys;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetSqlInfo;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetTables;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetXdbcTypeInfo;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandPreparedStatementQuery;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementQuery;
import org.apache.arrow.flight.sql.impl.FlightSql.TicketStatementQuery;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.spark.sql.SparkSession;
import org.cityeval.query.Reach;
import org.cityeval.warehouse.Warehouse;

/** Carries the calls of the protocol to those who answer them. Calls that write are refused. */
final class EndpointProducer extends BasicFlightSqlProducer {
  /** Whether a text names the one catalogue; null of what is no text. */
  private static final SessionOptionValueVisitor<Boolean> IS_CATALOG =
      new NoOpSessionOptionValueVisitor<>() {
        @Override
        public Boolean visit(String text) {
          return text.equalsIgnoreCase(Reach.CATALOG);
        }
      };

  private final BufferAllocator allocator;
  private final SparkSession spark;
  private final Statements statements;
  private final PublishedCatalog catalog;
  private final AnswerStream answers;
  private final Faults faults;
  private final SqlDialect dialect;

  EndpointProducer(
      BufferAllocator allocator,
      Warehouse warehouse,
      AnswerStream answers,
      Faults faults,
      SqlDialect dialect) {
    this.allocator = allocator;
    this.spark = warehouse.spark();
    this.statements = new Statements(warehouse);
    this.catalog = new PublishedCatalog(warehouse);
    this.answers = answers;
    this.faults = faults;
    this.dialect = dialect;
  }

  /** What is done for a call, in the session of the endpoint. */
  private <T> T told(Supplier<T> call) {
    SparkSession.setActiveSession(spark);
    try {
      return call.get();
    } catch (RuntimeException | Error failure) {
      throw faults.of(failure);
    }
  }

  @Override
  public FlightInfo getFlightInfoStatement(
      CommandStatementQuery asked, CallContext context, FlightDescriptor descriptor) {
    return told(() -> info(statements.answer(asked.getQuery()), descriptor));
  }

  @Override
  public SchemaResult getSchemaStatement(
      CommandStatementQuery asked, CallContext context, FlightDescriptor descriptor) {
    return told(
        () ->
            new SchemaResult(ArrowColumns.of(statements.answer(asked.getQuery()).rows().schema())));
  }

  @Override
  public FlightInfo getFlightInfoPreparedStatement(
      CommandPreparedStatementQuery asked, CallContext context, FlightDescriptor descriptor) {
    return told(() -> info(statements.carryOut(asked.getPreparedStatementHandle()), descriptor));
  }

  private static FlightInfo info(Statements.Answer answer, FlightDescriptor descriptor) {
    TicketStatementQuery ticket =
        TicketStatementQuery.newBuilder().setStatementHandle(answer.handle()).build();
    return FlightInfo.builder(
            ArrowColumns.of(answer.rows().schema()), descriptor, List.of(endpoint(ticket)))
        .build();
  }

  /** Fetched where it was asked for. */
  private static FlightEndpoint endpoint(Message ticket) {
    return new FlightEndpoint(new Ticket(Any.pack(ticket).toByteArray()));
  }

  @Override
  public void getStreamStatement(
      TicketStatementQuery ticket, CallContext context, ServerStreamListener listener) {
    answers.send(statements.take(ticket.getStatementHandle()), listener);
  }

  @Override
  public void createPreparedStatement(
      ActionCreatePreparedStatementRequest asked,
      CallContext context,
      StreamListener<Result> listener) {
    Statements.Known known = told(() -> statements.prepare(asked.getQuery()));
    listener.onNext(
        new Result(
            Any.pack(
                    ActionCreatePreparedStatementResult.newBuilder()
                        .setPreparedStatementHandle(known.handle())
                        .setDatasetSchema(bytes(ArrowColumns.of(known.expected().columns())))
                        .setParameterSchema(
                            bytes(ArrowColumns.ofParameters(known.expected().parameters())))
                        .build())
                .toByteArray()));
    listener.onCompleted();
  }

  private static ByteString bytes(Schema schema) {
    return ByteString.copyFrom(ByteBuffer.wrap(schema.serializeAsMessage()));
  }

  @Override
  public void closePreparedStatement(
      ActionClosePreparedStatementRequest asked,
      CallContext context,
      StreamListener<Result> listener) {
    statements.close(asked.getPreparedStatementHandle());
    listener.onCompleted();
  }

  @Override
  public Runnable acceptPutPreparedStatementQuery(
      CommandPreparedStatementQuery asked,
      CallContext context,
      FlightStream values,
      StreamListener<PutResult> listener) {
    return () -> {
      try {
        statements.put(asked.getPreparedStatementHandle(), values);
        listener.onCompleted();
      } catch (RuntimeException | Error failure) {
        listener.onError(faults.of(failure));
      }
    };
  }

  /** A driver that was given a catalogue says so; there is one, and nothing else can be set. */
  @Override
  public void setSessionOptions(
      SetSessionOptionsRequest asked,
      CallContext context,
      StreamListener<SetSessionOptionsResult> listener) {
    Map<String, SetSessionOptionsResult.Error> errors = new HashMap<>();
    asked
        .getSessionOptions()
        .forEach(
            (name, value) -> {
              if (!name.equals("catalog")) {
                errors.put(name, error(SetSessionOptionsResult.ErrorValue.INVALID_NAME));
              } else if (!Boolean.TRUE.equals(value.acceptVisitor(IS_CATALOG))) {
                errors.put(name, error(SetSessionOptionsResult.ErrorValue.INVALID_VALUE));
              }
            });
    listener.onNext(new SetSessionOptionsResult(errors));
    listener.onCompleted();
  }

  private static SetSessionOptionsResult.Error error(SetSessionOptionsResult.ErrorValue value) {
    return new SetSessionOptionsResult.Error(value);
  }

  /** Nothing is kept for a connection. */
  @Override
  public void closeSession(
      CloseSessionRequest asked, CallContext context, StreamListener<CloseSessionResult> listener) {
    listener.onNext(new CloseSessionResult(CloseSessionResult.Status.CLOSED));
    listener.onCompleted();
  }

  /** What it holds is closed by the endpoint. */
  @Override
  public void close() {}

  @Override
  protected <T extends Message> List<FlightEndpoint> determineEndpoints(
      T asked, FlightDescriptor descriptor, Schema schema) {
    return List.of(endpoint(asked));
  }

  @Override
  public void getStreamSqlInfo(
      CommandGetSqlInfo asked, CallContext context, ServerStreamListener listener) {
    dialect.send(asked.getInfoList(), listener);
  }

  @Override
  public void getStreamTypeInfo(
      CommandGetXdbcTypeInfo asked, CallContext context, ServerStreamListener listener) {
    send(FlightSqlProducer.Schemas.GET_TYPE_INFO_SCHEMA, () -> catalog.types(asked), listener);
  }

  @Override
  public void getStreamCatalogs(CallContext context, ServerStreamListener listener) {
    send(FlightSqlProducer.Schemas.GET_CATALOGS_SCHEMA, catalog::catalogs, listener);
  }

  @Override
  public void getStreamSchemas(
      CommandGetDbSchemas asked, CallContext context, ServerStreamListener listener) {
    send(FlightSqlProducer.Schemas.GET_SCHEMAS_SCHEMA, () -> catalog.schemas(asked), listener);
  }

  @Override
  public void getStreamTableTypes(CallContext context, ServerStreamListener listener) {
    send(FlightSqlProducer.Schemas.GET_TABLE_TYPES_SCHEMA, catalog::tableTypes, listener);
  }

  @Override
  public void getStreamTables(
      CommandGetTables asked, CallContext context, ServerStreamListener listener) {
    send(
        asked.getIncludeSchema()
            ? FlightSqlProducer.Schemas.GET_TABLES_SCHEMA
            : FlightSqlProducer.Schemas.GET_TABLES_SCHEMA_NO_SCHEMA,
        () -> catalog.tables(asked),
        listener);
  }

  @Override
  public void getStreamPrimaryKeys(
      CommandGetPrimaryKeys asked, CallContext context, ServerStreamListener listener) {
    send(
        FlightSqlProducer.Schemas.GET_PRIMARY_KEYS_SCHEMA,
        () -> catalog.primaryKeys(asked),
        listener);
  }

  /** Tables meet at their keys; that one refers to another is declared nowhere. */
  @Override
  public void getStreamImportedKeys(
      CommandGetImportedKeys asked, CallContext context, ServerStreamListener listener) {
    send(FlightSqlProducer.Schemas.GET_IMPORTED_KEYS_SCHEMA, List::of, listener);
  }

  @Override
  public void getStreamExportedKeys(
      CommandGetExportedKeys asked, CallContext context, ServerStreamListener listener) {
    send(FlightSqlProducer.Schemas.GET_EXPORTED_KEYS_SCHEMA, List::of, listener);
  }

  @Override
  public void getStreamCrossReference(
      CommandGetCrossReference asked, CallContext context, ServerStreamListener listener) {
    send(FlightSqlProducer.Schemas.GET_CROSS_REFERENCE_SCHEMA, List::of, listener);
  }

  private void send(
      Schema schema, Supplier<List<List<Object>>> rows, ServerStreamListener listener) {
    SchemaRows.send(allocator, schema, told(rows), listener);
  }
}
