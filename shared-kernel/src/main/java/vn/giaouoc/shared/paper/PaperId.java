package vn.giaouoc.shared.paper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Slug;

/** Names a paper (văn bản) of a bloc. Example: {@code kien-giang.khoi-4.2019.bao-cao-so-ket}. */
public record PaperId(@JsonValue String slug) implements Id {

  /** Refuses what has not the form of a {@link Slug}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PaperId {
    Slug.checked(slug);
  }

  /** The id with this slug. */
  public static PaperId of(String slug) {
    return new PaperId(slug);
  }

  @Override
  public String kind() {
    return "paper";
  }
}
