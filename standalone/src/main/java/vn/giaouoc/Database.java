package vn.giaouoc;

import javax.sql.DataSource;

/** A PostgreSQL database that this program, and no second one, works on until it is closed. */
public interface Database extends AutoCloseable {

  /** Its address for the driver, without a user. */
  String url();

  /** Connections of the role that may create roles and schemas. */
  DataSource owner();

  /** Where the data lies, in words for whoever starts the program. */
  String place();

  @Override
  void close();
}
