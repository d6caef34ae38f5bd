package vn.giaouoc.command;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.AbstractDataSource;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.eventstore.DatabaseSetup;

/**
 * A PostgreSQL on which each statement and each commit is a step of a play ({@link Steps}), and
 * whose connections can be lost, one by one or with the process that had them. What was not
 * committed is then gone, as the database itself would have it.
 */
public final class SteppedDatabase implements AutoCloseable {

  private final DataSource connections;
  private final Connection watch;
  private final Deque<Connection> idle = new ArrayDeque<>();

  /** On a database of tests, in the role of the command side. */
  public SteppedDatabase(TestDatabase database) throws SQLException {
    connections = database.as(DatabaseSetup.COMMAND_ROLE);
    watch = database.owner().getConnection();
  }

  /** A new process on it. */
  public Process process() {
    return new Process();
  }

  /** Whether one of its backends waits for a lock. */
  boolean waitsForALock(int backend) {
    try (PreparedStatement query =
        watch.prepareStatement(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE pid = ? AND NOT granted)")) {
      query.setInt(1, backend);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized Connection take() throws SQLException {
    return idle.isEmpty() ? connections.getConnection() : idle.pop();
  }

  private synchronized void putBack(Connection real) {
    idle.push(real);
  }

  @Override
  public synchronized void close() throws SQLException {
    for (Connection each : idle) {
      each.close();
    }
    watch.close();
  }

  /** The connections of one process. */
  public final class Process extends AbstractDataSource {

    private final List<Link> links = new ArrayList<>();
    private boolean isOver;

    /** Whether it has ended. */
    public synchronized boolean isOver() {
      return isOver;
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
      if (isOver) {
        throw new SQLException("The process has ended", "08001");
      }
      Link link = new Link(this, take());
      links.add(link);
      return proxy(Connection.class, link);
    }

    @Override
    public Connection getConnection(String user, String password) {
      throw new UnsupportedOperationException();
    }

    /** Ends it at once: nothing that it has begun goes on. */
    synchronized void end() {
      isOver = true;
      List.copyOf(links).forEach(Link::lost);
    }

    private synchronized void forget(Link link) {
      links.remove(link);
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object pass(Object to, Method method, Object[] arguments) throws Exception {
    try {
      return method.invoke(to, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** A connection of a process, until it is lost. */
  final class Link implements InvocationHandler {

    private final Process process;
    private final Connection real;
    private volatile boolean isGone;
    private volatile boolean isBusy;

    private Link(Process process, Connection real) {
      this.process = process;
      this.real = real;
    }

    Process process() {
      return process;
    }

    int backend() throws SQLException {
      return real.unwrap(PGConnection.class).getBackendPID();
    }

    void mustBeThere() throws SQLException {
      if (isGone) {
        throw new SQLException("This connection is lost", "08003");
      }
    }

    /** Loses it, with all that it has not committed; tells what whoever uses it is told. */
    SQLException lost() {
      if (!isGone) {
        isGone = true;
        process.forget(this);
        try {
          if (isBusy) {
            // it waits for a lock; the server is to know at once that nobody does any more
            terminate(backend());
          } else {
            release();
          }
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
      return new SQLException("The connection was lost", "08006");
    }

    private void release() throws SQLException {
      if (!real.getAutoCommit()) {
        real.rollback();
        real.setAutoCommit(true);
      }
      real.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      putBack(real);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Exception {
      switch (method.getName()) {
        case "close" -> {
          if (!isGone) {
            isGone = true;
            process.forget(this);
            release();
          }
          return null;
        }
        case "isClosed" -> {
          return isGone;
        }
        default -> mustBeThere();
      }
      if (method.getName().equals("commit")) {
        return Steps.step(this, () -> busy(real, method, arguments));
      }
      Object made = pass(real, method, arguments);
      return made instanceof Statement statement
          ? proxy(method.getReturnType().asSubclass(Statement.class), onStatement(statement))
          : made;
    }

    private InvocationHandler onStatement(Statement statement) {
      return (_, method, arguments) -> {
        if (method.getName().startsWith("execute")) {
          return Steps.step(this, () -> busy(statement, method, arguments));
        }
        return pass(statement, method, arguments);
      };
    }

    private Object busy(Object on, Method method, Object[] arguments) throws Exception {
      isBusy = true;
      try {
        return pass(on, method, arguments);
      } finally {
        isBusy = false;
      }
    }
  }

  private void terminate(int backend) throws SQLException {
    try (PreparedStatement query = watch.prepareStatement("SELECT pg_terminate_backend(?, 5000)")) {
      query.setInt(1, backend);
      query.execute();
    }
  }
}
