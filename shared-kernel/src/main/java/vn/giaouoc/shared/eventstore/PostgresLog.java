package vn.giaouoc.shared.eventstore;

import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/**
 * Axon's engine, without two questions that it asks the database for each stream it sources: for a
 * snapshot, which nobody writes, and whether anything follows a page that was not full, which
 * cannot be where the numbers of a stream have no gaps.
 */
final class PostgresLog extends JdbcEventStorageEngine {

  PostgresLog(Builder builder) {
    super(builder);
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
    return Stream.empty();
  }

  @Override
  protected boolean fetchForAggregateUntilEmpty() {
    return false;
  }
}
