package vn.giaouoc.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one place where figures are divided and rounded. */
public final class Decimals {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Decimals() {}

  /**
   * The percentage that {@code part} is of {@code whole}, rounded half up to {@code digits}
   * decimals.
   *
   * @throws ArithmeticException if {@code whole} is zero
   */
  public static BigDecimal percent(BigDecimal part, BigDecimal whole, int digits) {
    return part.multiply(HUNDRED).divide(whole, digits, RoundingMode.HALF_UP);
  }
}
