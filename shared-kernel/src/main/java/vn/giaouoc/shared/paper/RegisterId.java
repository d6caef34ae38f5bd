package vn.giaouoc.shared.paper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Slug;
import vn.giaouoc.shared.bloc.BlocId;

/**
 * Names the register that numbers the papers of one type, bloc and year. Example: {@code
 * kien-giang.khoi-4.2019.bc}.
 */
public record RegisterId(@JsonValue String slug) implements Id {

  /** Refuses what has not the form of a {@link Slug}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RegisterId {
    Slug.checked(slug);
  }

  /** The id with this slug. */
  public static RegisterId of(String slug) {
    return new RegisterId(slug);
  }

  /** The register of a bloc's papers of one type in one year. */
  public static RegisterId of(BlocId bloc, int year, PaperKind kind) {
    return new RegisterId(bloc.slug() + "." + year + "." + kind.code());
  }

  @Override
  public String kind() {
    return "paper-register";
  }
}
