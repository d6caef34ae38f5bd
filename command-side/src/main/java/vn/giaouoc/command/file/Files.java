package vn.giaouoc.command.file;

import vn.giaouoc.shared.file.FileId;

/** The files beside the log, for the handler of a command. */
@FunctionalInterface
public interface Files {

  /** Whether this file is kept, with its content. */
  boolean has(FileId file);
}
