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
import java.util.List;
import java.util.Map;
import org.apache.arrow.flight.CloseSessionRequest;
import org.apache.arrow.flight.CloseSessionResult;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStatusCode;
import org.apache.arrow.flight.PutResult;
import org.apache.arrow.flight.Result;
import org.apache.arrow.flight.SessionOptionValue;
import org.apache.arrow.flight.SessionOptionValueFactory;
import org.apache.arrow.flight.SetSessionOptionsRequest;
import org.apache.arrow.flight.SetSessionOptionsResult;
import org.apache.arrow.flight.sql.impl.FlightSql.ActionClosePreparedStatementRequest;
import org.apache.arrow.flight.sql.impl.FlightSql.ActionCreatePreparedStatementRequest;
import org.apache.arrow.flight.sql.impl.FlightSql.ActionCreatePreparedStatementResult;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandPreparedStatementQuery;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementQuery;
import org.apache.arrow.flight.sql.impl.FlightSql.CommandStatementUpdate;
import org.apache.arrow.flight.sql.impl.FlightSql.TicketStatementQuery;
import org.apache.arrow.vector.ipc.ReadChannel;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Statements, and what a connection sets; each call is answered in this thread. */
@ExtendWith(SparkExtension.class)
class EndpointProducerTest {
  @TempDir private static Path folder;
  private static LocalEndpoint endpoint;
  private static EndpointProducer producer;

  @BeforeAll
  static void publish(SparkSession spark) {
    endpoint = new LocalEndpoint(spark, folder.resolve("w"));
    producer = endpoint.producer();
  }

  @AfterAll
  static void close() {
    endpoint.close();
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
        CommandStatementQuery.newBuilder().setQuery(statement).build(),
        null,
        LocalEndpoint.DESCRIPTOR);
  }

  private static TicketStatementQuery ticket(FlightInfo info)
      throws InvalidProtocolBufferException {
    assertThat(info.getEndpoints()).hasSize(1);
    assertThat(info.getEndpoints().get(0).getLocations()).isEmpty();
    assertThat(info.getDescriptor()).isEqualTo(LocalEndpoint.DESCRIPTOR);
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
                    LocalEndpoint.DESCRIPTOR)
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
                    LocalEndpoint.DESCRIPTOR),
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

    assertThat(SparkSession.getActiveSession().get()).isSameAs(spark);
  }

  private static ActionCreatePreparedStatementResult prepare(String statement) {
    LocalEndpoint.Told<Result> told = new LocalEndpoint.Told<>();
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
              fetch(
                      producer.getFlightInfoPreparedStatement(
                          query(handle), null, LocalEndpoint.DESCRIPTOR))
                  .rows())
          .containsExactly(List.of(7));
    }

    LocalEndpoint.Told<Result> closed = new LocalEndpoint.Told<>();
    producer.closePreparedStatement(
        ActionClosePreparedStatementRequest.newBuilder().setPreparedStatementHandle(handle).build(),
        null,
        closed);

    assertThat(closed.ends()).isEqualTo(1);
    assertTold(
        () ->
            producer.getFlightInfoPreparedStatement(query(handle), null, LocalEndpoint.DESCRIPTOR),
        FlightStatusCode.NOT_FOUND,
        "The prepared statement is closed. Prepare it again.");
  }

  @Test
  void valuesForAClosedStatementAreAnErrorOfThatCall() {
    LocalEndpoint.Told<PutResult> told = new LocalEndpoint.Told<>();

    producer
        .acceptPutPreparedStatementQuery(
            query(ByteString.copyFromUtf8("guessed")), null, null, told)
        .run();

    assertThat(told.ends()).isZero();
    assertThat(told.error())
        .isInstanceOfSatisfying(
            FlightRuntimeException.class,
            error -> assertThat(error.status().code()).isEqualTo(FlightStatusCode.NOT_FOUND));
  }

  @Test
  void whatWritesIsRefused() {
    LocalEndpoint.Told<PutResult> told = new LocalEndpoint.Told<>();

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
    LocalEndpoint.Told<SetSessionOptionsResult> told = new LocalEndpoint.Told<>();
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
    LocalEndpoint.Told<CloseSessionResult> told = new LocalEndpoint.Told<>();

    producer.closeSession(new CloseSessionRequest(), null, told);

    assertThat(told.only().getStatus()).isEqualTo(CloseSessionResult.Status.CLOSED);
  }
}
