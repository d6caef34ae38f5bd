package vn.giaouoc.shared.conference;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Slug;

/** Names a conference (hội nghị). Example: {@code kien-giang.khoi-4.2019.mid-year}. */
public record ConferenceId(@JsonValue String slug) implements Id {

  /** Refuses what has not the form of a {@link Slug}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ConferenceId {
    Slug.checked(slug);
  }

  /** The id with this slug. */
  public static ConferenceId of(String slug) {
    return new ConferenceId(slug);
  }

  @Override
  public String kind() {
    return "conference";
  }
}
