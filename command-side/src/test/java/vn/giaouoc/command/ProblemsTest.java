package vn.giaouoc.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import vn.giaouoc.shared.eventstore.OutcomeUnknownException;

/** What is said when the database is lost, at each of the moments at which it can be. */
class ProblemsTest {

  private final Problems problems = new Problems();

  @Test
  void a_commit_that_cannot_even_be_rolled_back_may_have_been_recorded() {
    // so the pool tells of a connection that was lost in the commit: without a state
    Exception lost =
        new CommandExecutionException(
            "lost",
            new TransactionSystemException(
                "JDBC rollback failed", new SQLException("Connection is closed")));
    assertThat(answer(lost)).isEqualTo("/problems/outcome-unknown");
  }

  @Test
  void a_connection_that_is_lost_in_the_middle_may_have_recorded() {
    assertThat(answer(new IllegalStateException(new SQLException("gone", "08006"))))
        .isEqualTo("/problems/outcome-unknown");
  }

  @Test
  void what_never_had_a_connection_has_recorded_nothing() {
    assertThat(
            answer(
                new CannotCreateTransactionException(
                    "none", new SQLTransientConnectionException("timeout"))))
        .isEqualTo("/problems/unavailable");
  }

  @Test
  void who_asked_another_node_whose_database_is_lost_is_to_ask_again() {
    WireRefusals wire = new WireRefusals();
    Object sent =
        wire.written(
            new CannotGetJdbcConnectionException(
                "none", new SQLTransientConnectionException("timeout")));
    assertThat(wire.read(sent)).isInstanceOf(OutcomeUnknownException.class);
    assertThat(wire.read(wire.written(new IllegalStateException("a fault"))))
        .isNotInstanceOf(OutcomeUnknownException.class);
  }

  private String answer(Exception failure) {
    ResponseEntity<ProblemDetail> answer = problems.on(failure);
    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("1");
    return String.valueOf(answer.getBody().getType());
  }
}
