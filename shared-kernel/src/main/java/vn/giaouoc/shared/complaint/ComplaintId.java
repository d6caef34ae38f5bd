package vn.giaouoc.shared.complaint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Slug;

/**
 * Names a complaint (khiếu nại) or a denunciation (tố cáo). Example: {@code
 * kien-giang.khoi-4.2019.khieu-nai-xep-hang}.
 */
public record ComplaintId(@JsonValue String slug) implements Id {

  /** Refuses what has not the form of a {@link Slug}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ComplaintId {
    Slug.checked(slug);
  }

  /** The id with this slug. */
  public static ComplaintId of(String slug) {
    return new ComplaintId(slug);
  }

  @Override
  public String kind() {
    return "complaint";
  }
}
