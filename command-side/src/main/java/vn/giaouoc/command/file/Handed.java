package vn.giaouoc.command.file;

import static vn.giaouoc.command.file.FileRejection.FILE_IS_EMPTY;
import static vn.giaouoc.command.file.FileRejection.FILE_IS_NOT_WHAT_IT_SAYS;
import static vn.giaouoc.command.file.FileRejection.FILE_NAME_NOT_USABLE;
import static vn.giaouoc.command.file.FileRejection.FILE_TYPE_NOT_TAKEN;

import java.text.Normalizer;
import java.util.Optional;
import vn.giaouoc.command.Answers;

/** What a file that is handed in is called, and what it claims to be by that. */
record Handed(String name, FileType type) {

  private static final int LONGEST_NAME = 200;

  /** A file of this name. */
  static Handed called(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
    FILE_NAME_NOT_USABLE.unless(usable(composed));
    Optional<FileType> named = FileType.named(composed);
    FILE_TYPE_NOT_TAKEN.unless(named.isPresent(), composed);
    return new Handed(composed, named.orElseThrow());
  }

  /** A file of this name that has this content. */
  static Handed in(String name, byte[] content) {
    Handed handed = called(name);
    FILE_IS_EMPTY.unless(content.length > 0, handed.name());
    FILE_IS_NOT_WHAT_IT_SAYS.unless(handed.type().is(content), handed.name());
    return handed;
  }

  private static boolean usable(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && Answers.canBeKept(name)
        && name.codePoints()
            .noneMatch(
                sign ->
                    Character.isISOControl(sign)
                        || Character.getType(sign) == Character.FORMAT
                        || sign == '/'
                        || sign == '\\');
  }
}
