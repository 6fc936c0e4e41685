package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.arrow.flight.CloseSessionRequest;
import org.apache.arrow.flight.CloseSessionResult;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightProducer.StreamListener;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.PutResult;
import org.apache.arrow.flight.Result;
import org.apache.arrow.flight.SessionOptionValue;
import org.apache.arrow.flight.SessionOptionValueFactory;
import org.apache.arrow.flight.SetSessionOptionsRequest;
import org.apache.arrow.flight.SetSessionOptionsResult;
import org.apache.arrow.flight.sql.FlightSqlProducer.Schemas;
import org.apache.arrow.flight.sql.impl.FlightSql.ActionClosePreparedStatementRequest;
import org.apache.arrow.flight.sql.impl.FlightSql.ActionCreatePreparedStatementRequest;
import org.apache.arrow.flight.sql.impl.FlightSql.ActionCreatePreparedStatementResult;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandGetCatalogs;
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
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementUpdate;
import org.apache.arrow.flight.sql.impl.FlightSql.SqlInfo;
import org.apache.arrow.flight.sql.impl.FlightSql.TicketStatementQuery;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ReadChannel;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.gold.CityTable;
import org.cityeval.testing.PublishedFew;
import org.cityeval.testing.SparkExtension;
import org.cityeval.warehouse.Warehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Calls of the protocol, each answered in this thread. */
@ExtendWith(SparkExtension.class)
class EndpointProducerTest {
  private static final FlightDescriptor DESCRIPTOR = FlightDescriptor.path("asked");

  @TempDir private static Path folder;
  private static ScheduledExecutorService clock;
  private static RootAllocator allocator;
  private static EndpointProducer producer;

  @BeforeAll
  static void publish(SparkSession spark) {
    PublishedFew few = new PublishedFew(folder.resolve("w")).write(CityTable.SPEC);
    few.publish("tiny", "{}");
    clock = Executors.newSingleThreadScheduledExecutor();
    allocator = new RootAllocator();
    Faults faults =
        new Faults(
            failure ->
                failure instanceof UserProblem problem ? Optional.of(problem) : Optional.empty());
    producer =
        new EndpointProducer(
            allocator,
            new Warehouse(() -> spark, few.tables()),
            new AnswerStream(
                allocator, new Limits(10, Duration.ofSeconds(60)), faults, Runnable::run, clock),
            faults,
            new SqlDialect("7.8", "18"));
  }

  /** Fails where the memory of an answer was not given back. */
  @AfterAll
  static void close() {
    clock.shutdownNow();
    producer.close();
    allocator.close();
  }

  /** What a call answers, in turn. */
  private static final class Told<T> implements StreamListener<T> {
    private final List<T> said = new ArrayList<>();
    private Throwable error;
    private int ends;

    @Override
    public void onNext(T next) {
      said.add(next);
    }

    @Override
    public void onError(Throwable failure) {
      error = failure;
    }

    @Override
    public void onCompleted() {
      ends++;
    }

    T only() {
      assertThat(said).hasSize(1);
      assertThat(ends).isEqualTo(1);
      assertThat(error).isNull();
      return said.get(0);
    }
  }

  private static void assertTold(Runnable call, FlightStatusCode code, String description) {
    assertThatExceptionOfType(FlightRuntimeException.class)
        .isThrownBy(call::run)
        .satisfies(
            told -> {
              assertThat(told.status().code()).isEqualTo(code);
              assertThat(told.status().description()).isEqualTo(description);
            });
  }

  private static FlightInfo ask(String statement) {
    return producer.getFlightInfoStatement(
        CommandStatementQuery.newBuilder().setQuery(statement).build(), null, DESCRIPTOR);
  }

  private static TicketStatementQuery ticket(FlightInfo info)
      throws InvalidProtocolBufferException {
    assertThat(info.getEndpoints()).hasSize(1);
    assertThat(info.getEndpoints().get(0).getLocations()).isEmpty();
    assertThat(info.getDescriptor()).isEqualTo(DESCRIPTOR);
    return Any.parseFrom(info.getEndpoints().get(0).getTicket().getBytes())
        .unpack(TicketStatementQuery.class);
  }

  private static SentRows fetch(FlightInfo info) throws InvalidProtocolBufferException {
    SentRows client = new SentRows();
    producer.getStreamStatement(ticket(info), null, client);
    return client;
  }

  @Test
  void anAnswerIsToldOfAndThenFetchedOnce() throws InvalidProtocolBufferException {
    FlightInfo info = ask("select 7 n, 'a' s union all select 8, null order by 1");
    SentRows client = fetch(info);

    assertThat(info.getSchemaOptional().orElseThrow().getFields())
        .extracting(Field::getName)
        .containsExactly("n", "s");
    assertThat(client.rows().get(0)).containsExactly(7, "a");
    assertThat(client.rows().get(1)).containsExactly(8, null);
    assertThat(client.ends()).isEqualTo(1);
    assertTold(
        () -> producer.getStreamStatement(unchecked(info), null, new SentRows()),
        FlightStatusCode.NOT_FOUND,
        "The answer was fetched already, or waited too long. Ask again.");
  }

  private static TicketStatementQuery unchecked(FlightInfo info) {
    try {
      return ticket(info);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theColumnsOfAnAnswerAreToldWithoutItsRows() {
    assertThat(
            producer
                .getSchemaStatement(
                    CommandStatementQuery.newBuilder().setQuery("select 7 n").build(),
                    null,
                    DESCRIPTOR)
                .getSchema()
                .getFields())
        .extracting(Field::getName)
        .containsExactly("n");
  }

  @Test
  void whatAUserCanMendIsToldByEveryCallThatTakesAStatement() {
    for (Runnable call :
        List.<Runnable>of(
            () -> ask("insert into x values (1)"),
            () ->
                producer.getSchemaStatement(
                    CommandStatementQuery.newBuilder().setQuery("selec 1").build(),
                    null,
                    DESCRIPTOR),
            () -> prepare("drop table x"))) {
      assertThatExceptionOfType(FlightRuntimeException.class)
          .isThrownBy(call::run)
          .satisfies(
              told ->
                  assertThat(told.status().code()).isEqualTo(FlightStatusCode.INVALID_ARGUMENT));
    }
  }

  /** A thread of the server knows no session. */
  @Test
  void aCallIsMadeInTheSessionOfTheEndpoint(SparkSession spark) {
    SparkSession.clearActiveSession();

    ask("select 1");

    assertThat(SparkSession.active()).isSameAs(spark);
  }

  private static ActionCreatePreparedStatementResult prepare(String statement) {
    Told<Result> told = new Told<>();
    producer.createPreparedStatement(
        ActionCreatePreparedStatementRequest.newBuilder().setQuery(statement).build(), null, told);
    try {
      return Any.parseFrom(told.only().getBody()).unpack(ActionCreatePreparedStatementResult.class);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Schema schema(ByteString bytes) throws IOException {
    return MessageSerializer.deserializeSchema(
        new ReadChannel(Channels.newChannel(new ByteArrayInputStream(bytes.toByteArray()))));
  }

  private static CommandPreparedStatementQuery query(ByteString handle) {
    return CommandPreparedStatementQuery.newBuilder().setPreparedStatementHandle(handle).build();
  }

  @Test
  void aPreparedStatementTellsItsColumnsAndWhatItExpects() throws IOException {
    ActionCreatePreparedStatementResult known = prepare("select cast(? as int) n, upper(?) s");

    assertThat(schema(known.getDatasetSchema()).getFields())
        .extracting(Field::getName)
        .containsExactly("n", "s");
    assertThat(schema(known.getParameterSchema()).getFields())
        .extracting(Field::getName)
        .containsExactly("parameter_1", "parameter_2");
  }

  @Test
  void aPreparedStatementIsCarriedOutUntilItIsClosed() throws InvalidProtocolBufferException {
    ByteString handle = prepare("select 7 n").getPreparedStatementHandle();
    for (int i = 0; i < 2; i++) {
      assertThat(
              fetch(producer.getFlightInfoPreparedStatement(query(handle), null, DESCRIPTOR))
                  .rows())
          .containsExactly(List.of(7));
    }

    Told<Result> closed = new Told<>();
    producer.closePreparedStatement(
        ActionClosePreparedStatementRequest.newBuilder().setPreparedStatementHandle(handle).build(),
        null,
        closed);

    assertThat(closed.ends).isEqualTo(1);
    assertTold(
        () -> producer.getFlightInfoPreparedStatement(query(handle), null, DESCRIPTOR),
        FlightStatusCode.NOT_FOUND,
        "The prepared statement is closed. Prepare it again.");
  }

  @Test
  void valuesForAClosedStatementAreAnErrorOfThatCall() {
    Told<PutResult> told = new Told<>();

    producer
        .acceptPutPreparedStatementQuery(
            query(ByteString.copyFromUtf8("guessed")), null, null, told)
        .run();

    assertThat(told.ends).isZero();
    assertThat(told.error)
        .isInstanceOfSatisfying(
            FlightRuntimeException.class,
            error -> assertThat(error.status().code()).isEqualTo(FlightStatusCode.NOT_FOUND));
  }

  @Test
  void whatWritesIsRefused() {
    Told<PutResult> told = new Told<>();

    assertThatExceptionOfType(FlightRuntimeException.class)
        .isThrownBy(
            () ->
                producer
                    .acceptPutStatement(
                        CommandStatementUpdate.newBuilder().setQuery("drop table x").build(),
                        null,
                        null,
                        told)
                    .run())
        .satisfies(
            error -> assertThat(error.status().code()).isEqualTo(FlightStatusCode.UNIMPLEMENTED));
  }

  private static Map<String, SetSessionOptionsResult.Error> set(
      Map<String, SessionOptionValue> options) {
    Told<SetSessionOptionsResult> told = new Told<>();
    producer.setSessionOptions(new SetSessionOptionsRequest(options), null, told);
    return told.only().getErrors();
  }

  @Test
  void theOneCatalogueCanBeSetAndNothingElse() {
    SetSessionOptionsResult.Error value =
        new SetSessionOptionsResult.Error(SetSessionOptionsResult.ErrorValue.INVALID_VALUE);
    SetSessionOptionsResult.Error name =
        new SetSessionOptionsResult.Error(SetSessionOptionsResult.ErrorValue.INVALID_NAME);
    SessionOptionValue ours = SessionOptionValueFactory.makeSessionOptionValue("CityEval");
    SessionOptionValue other = SessionOptionValueFactory.makeSessionOptionValue("cityevals");

    assertThat(set(Map.of())).isEmpty();
    assertThat(set(Map.of("catalog", ours))).isEmpty();
    assertThat(set(Map.of("catalog", other))).isEqualTo(Map.of("catalog", value));
    assertThat(set(Map.of("catalog", SessionOptionValueFactory.makeSessionOptionValue(1L))))
        .isEqualTo(Map.of("catalog", value));
    assertThat(set(Map.of("schema", ours, "Catalog", ours)))
        .isEqualTo(Map.of("schema", name, "Catalog", name));
    assertThat(set(Map.of("catalog", ours, "schema", other))).isEqualTo(Map.of("schema", name));
  }

  @Test
  void aConnectionIsClosedAtOnce() {
    Told<CloseSessionResult> told = new Told<>();

    producer.closeSession(new CloseSessionRequest(), null, told);

    assertThat(told.only().getStatus()).isEqualTo(CloseSessionResult.Status.CLOSED);
  }

  @Test
  void theTreeIsSentByTheColumnsOfTheProtocol() {
    SentRows catalogs = new SentRows();
    producer.getStreamCatalogs(null, catalogs);
    assertThat(catalogs.schema()).isEqualTo(Schemas.GET_CATALOGS_SCHEMA);
    assertThat(catalogs.rows()).containsExactly(List.of("cityeval"));

    SentRows schemas = new SentRows();
    producer.getStreamSchemas(CommandGetDbSchemas.getDefaultInstance(), null, schemas);
    assertThat(schemas.schema()).isEqualTo(Schemas.GET_SCHEMAS_SCHEMA);
    assertThat(schemas.rows()).containsExactly(List.of("cityeval", "current"));

    SentRows types = new SentRows();
    producer.getStreamTableTypes(null, types);
    assertThat(types.schema()).isEqualTo(Schemas.GET_TABLE_TYPES_SCHEMA);
    assertThat(types.rows()).containsExactly(List.of("TABLE"));

    SentRows keys = new SentRows();
    producer.getStreamPrimaryKeys(
        CommandGetPrimaryKeys.newBuilder().setTable("dim_city").build(), null, keys);
    assertThat(keys.schema()).isEqualTo(Schemas.GET_PRIMARY_KEYS_SCHEMA);
    assertThat(keys.rows())
        .extracting(row -> row.get(3))
        .containsExactly("evaluation_id", "as_of", "city_id");
  }

  @Test
  void tablesAreSentWithTheirColumnsWhereThoseAreAskedFor() {
    SentRows without = new SentRows();
    producer.getStreamTables(CommandGetTables.getDefaultInstance(), null, without);
    assertThat(without.schema()).isEqualTo(Schemas.GET_TABLES_SCHEMA_NO_SCHEMA);
    assertThat(without.rows()).containsExactly(List.of("cityeval", "current", "dim_city", "TABLE"));

    SentRows with = new SentRows();
    producer.getStreamTables(
        CommandGetTables.newBuilder().setIncludeSchema(true).build(), null, with);
    assertThat(with.schema()).isEqualTo(Schemas.GET_TABLES_SCHEMA);
    assertThat((byte[]) with.rows().get(0).get(4)).isNotEmpty();
  }

  @Test
  void noTableRefersToAnother() {
    SentRows imported = new SentRows();
    producer.getStreamImportedKeys(CommandGetImportedKeys.getDefaultInstance(), null, imported);
    SentRows exported = new SentRows();
    producer.getStreamExportedKeys(CommandGetExportedKeys.getDefaultInstance(), null, exported);
    SentRows crossed = new SentRows();
    producer.getStreamCrossReference(CommandGetCrossReference.getDefaultInstance(), null, crossed);

    assertThat(imported.schema()).isEqualTo(Schemas.GET_IMPORTED_KEYS_SCHEMA);
    assertThat(exported.schema()).isEqualTo(Schemas.GET_EXPORTED_KEYS_SCHEMA);
    assertThat(crossed.schema()).isEqualTo(Schemas.GET_CROSS_REFERENCE_SCHEMA);
    for (SentRows none : List.of(imported, exported, crossed)) {
      assertThat(none.rows()).isEmpty();
      assertThat(none.ends()).isEqualTo(1);
    }
  }

  @Test
  void typesAndTheLanguageAreTold() {
    SentRows types = new SentRows();
    producer.getStreamTypeInfo(
        CommandGetXdbcTypeInfo.newBuilder().setDataType(Types.DATE).build(), null, types);
    assertThat(types.schema()).isEqualTo(Schemas.GET_TYPE_INFO_SCHEMA);
    assertThat(types.rows()).extracting(row -> row.get(0)).containsExactly("DATE");

    SentRows language = new SentRows();
    producer.getStreamSqlInfo(
        CommandGetSqlInfo.newBuilder().addInfo(SqlInfo.FLIGHT_SQL_SERVER_VERSION_VALUE).build(),
        null,
        language);
    assertThat(language.rows()).hasSize(1);
    assertThat(language.rows().get(0).get(1)).hasToString("7.8");
  }

  @Test
  void aCallOfTheTreeIsAnsweredWhereItIsAsked() {
    FlightInfo info =
        producer.getFlightInfoCatalogs(CommandGetCatalogs.getDefaultInstance(), null, DESCRIPTOR);

    assertThat(info.getSchemaOptional()).contains(Schemas.GET_CATALOGS_SCHEMA);
    assertThat(info.getEndpoints()).hasSize(1);
    assertThat(info.getEndpoints().get(0).getLocations()).isEmpty();
  }
}
