package vn.giaouoc.shared.bloc;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Slug;

/** Names an emulation bloc (khối thi đua). Example: {@code kien-giang.khoi-4}. */
public record BlocId(@JsonValue String slug) implements Id {

  /** Refuses what has not the form of a {@link Slug}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public BlocId {
    Slug.chosen(slug);
  }

  /** The id with this slug. */
  public static BlocId of(String slug) {
    return new BlocId(slug);
  }

  @Override
  public String kind() {
    return "bloc";
  }
}
