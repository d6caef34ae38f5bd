package vn.giaouoc.bench.decade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.giaouoc.shared.Slug;

/**
 * Who is in the decade: provinces with their blocs, and blocs with their units, under names such as
 * offices have. The names are those of the provinces since 2025, for all ten years; the units are
 * invented.
 */
public final class Nation {

  /** How many units there are in a bloc during ten years: ten at a time, and one that succeeds. */
  static final int UNITS = 11;

  /** The most blocs that a province can have names for. */
  public static final int MOST_BLOCS = 40;

  private static final List<String> PROVINCES =
      List.of(
          "Hà Nội",
          "Hải Phòng",
          "Huế",
          "Đà Nẵng",
          "Thành phố Hồ Chí Minh",
          "Cần Thơ",
          "Lai Châu",
          "Điện Biên",
          "Sơn La",
          "Lạng Sơn",
          "Cao Bằng",
          "Tuyên Quang",
          "Lào Cai",
          "Thái Nguyên",
          "Phú Thọ",
          "Bắc Ninh",
          "Hưng Yên",
          "Ninh Bình",
          "Quảng Ninh",
          "Thanh Hóa",
          "Nghệ An",
          "Hà Tĩnh",
          "Quảng Trị",
          "Quảng Ngãi",
          "Gia Lai",
          "Khánh Hòa",
          "Lâm Đồng",
          "Đắk Lắk",
          "Đồng Nai",
          "Tây Ninh",
          "Vĩnh Long",
          "Đồng Tháp",
          "Cà Mau",
          "An Giang");

  private static final List<String> BODIES =
      List.of(
          "Xã",
          "Phường",
          "Trường Trung học phổ thông",
          "Trung tâm Y tế",
          "Công ty cổ phần",
          "Hạt Kiểm lâm",
          "Ban Quản lý dự án",
          "Hợp tác xã",
          "Trạm Khuyến nông",
          "Kho bạc");

  private static final List<String> PLACES =
      List.of(
          "An Bình",
          "An Khánh",
          "Bình Minh",
          "Cẩm Sơn",
          "Châu Thành",
          "Đại Lộc",
          "Đông Hải",
          "Gia Phú",
          "Hòa Lạc",
          "Hưng Đạo",
          "Kim Long",
          "Lam Sơn",
          "Long Điền",
          "Lương Tài",
          "Minh Tân",
          "Mỹ Hòa",
          "Nam Phước",
          "Nghĩa Lâm",
          "Ngọc Sơn",
          "Phong Điền",
          "Phú Lộc",
          "Phước Vĩnh",
          "Quang Trung",
          "Quảng Phú",
          "Quỳnh Lưu",
          "Sơn Tịnh",
          "Tam Kỳ",
          "Tân Hiệp",
          "Thạch Hà",
          "Thanh Bình",
          "Thiện Mỹ",
          "Thới Lai",
          "Thuận Giao",
          "Tiên Lãng",
          "Trà Ôn",
          "Trung Nghĩa",
          "Tuy Phước",
          "Vạn Ninh",
          "Vân Đồn",
          "Việt Hùng",
          "Vĩnh Châu",
          "Xuân Lộc",
          "Yên Lạc",
          "Ý Yên");

  private Nation() {}

  /** A body: its slug below its province, and its name. */
  record Body(String slug, String name) {}

  /**
   * A bloc.
   *
   * @param number which of all, counted from 0
   * @param province the slug of the province
   * @param provinceName its name
   * @param bloc the slug of the bloc
   * @param name its name
   * @param units the slugs and names of its units, sorted by slug; the last one succeeds another
   */
  record Place(
      int number,
      String province,
      String provinceName,
      String bloc,
      String name,
      List<Body> units) {}

  /** How many provinces there are at most. */
  public static int provinces() {
    return PROVINCES.size();
  }

  /** The blocs of the first provinces, so many of each. */
  static List<Place> blocs(int provinces, int each) {
    List<Place> places = new ArrayList<>();
    for (int p = 0; p < provinces; p++) {
      String province = Slug.of(PROVINCES.get(p));
      for (int b = 0; b < each; b++) {
        places.add(
            new Place(
                places.size(),
                province,
                "Ủy ban nhân dân " + PROVINCES.get(p),
                province + ".khoi-" + (b + 1),
                "Khối thi đua " + (b + 1),
                units(province, b)));
      }
    }
    return places;
  }

  private static List<Body> units(String province, int bloc) {
    String body = BODIES.get(bloc % BODIES.size());
    int from = bloc / BODIES.size() * UNITS;
    return PLACES.subList(from, from + UNITS).stream()
        .map(place -> body + " " + place)
        .map(name -> new Body(province + "." + Slug.of(name), name))
        .sorted(Comparator.comparing(Body::slug))
        .toList();
  }
}
